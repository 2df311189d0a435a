package corymb.quality;

import corymb.importing.ImportedColumn;
import corymb.importing.Role;
import corymb.importing.Source;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * Scores the sides of a source's quality, 0 to 100: each is the share of rows in which nothing is wrong on that side.
 *
 * <p>With R rows in the file, A of them accepted:
 *
 * <ul>
 *   <li>Completeness: the lower of 1 - (accepted rows without an e-mail address) / A, for customers, and 1 - (empty cells) /
 *       (cells) over the columns that every row should have.
 *   <li>Validity: 1 - (rows not taken + rows with a value that could not be read + rows with a value of impossible shape,
 *       date or sign) / R.
 *   <li>Uniqueness: 1 - (identical rows left out + rows that repeat, or share their key or person with, another row) / R.
 *   <li>Consistency: 1 - (rows that name a customer or item no source knows, or spell a category oddly) / A.
 *   <li>Timeliness: 1 - (rows with a time in the future) / A.
 * </ul>
 *
 * <p>A row that fails several checks of a side counts once. Columns that hold one value throughout and values far from the
 * rest, texts in capitals or with stray blanks, telephone numbers without a country code, and rows and days unlike the others are told but not
 * counted, for they are not wrong as such; nor are rows that only look like another one.
 *
 * <p>Reference: L. L. Pipino, Y. W. Lee, R. Y. Wang, Data quality assessment, Communications of the ACM 45(4), 2002,
 * doi:10.1145/505248.506010 (the simple ratio; {@link SourceQuality} and {@link QualityReport} take its minimum operator).
 *
 * <p>Cost: one pass over the rows where several checks of a side failed, else none.
 *
 * <p>Assumes: a value that could not be read stands in a row without another invalid value, as its place among the accepted
 * rows is not kept; validity comes out lower where one row has both.
 */
final class Scores {
    private final Source source;
    private final List<ColumnProfile> columns;
    private final List<Finding> findings;
    private final ToLongFunction<List<Check>> rowsFailing;

    /** @param rowsFailing how many accepted rows fail at least one of these checks */
    Scores(
            Source source,
            List<ColumnProfile> columns,
            List<Finding> findings,
            ToLongFunction<List<Check>> rowsFailing) {
        this.source = source;
        this.columns = columns;
        this.findings = findings;
        this.rowsFailing = rowsFailing;
    }

    List<DimensionScore> all() {
        return Arrays.stream(Dimension.values()).map(this::score).toList();
    }

    private DimensionScore score(Dimension dimension) {
        return switch (dimension) {
            case COMPLETENESS -> completeness();
            case VALIDITY -> validity();
            case UNIQUENESS -> uniqueness();
            case CONSISTENCY ->
                scored(
                        dimension,
                        faulty(dimension),
                        source.accepted(),
                        "%,d of %,d rows name what no source knows, or spell a category in another way than the rest.");
            case TIMELINESS ->
                scored(dimension, faulty(dimension), source.accepted(), "%,d of %,d rows have a time in the future.");
        };
    }

    private DimensionScore completeness() {
        var expected = columns.stream()
                .filter(column -> !Harm.isNatural(column.name(), source))
                .toList();
        var cells = scored(
                Dimension.COMPLETENESS,
                expected.stream().mapToLong(ColumnProfile::missing).sum(),
                expected.size() * source.accepted(),
                "%,d of %,d cells that every row should have are empty.");
        var reached = scored(
                Dimension.COMPLETENESS, withoutEmail(), source.accepted(), "%,d of %,d rows have no e-mail address.");
        return reached.score() < cells.score() ? reached : cells;
    }

    private long withoutEmail() {
        return columns.stream()
                .filter(column ->
                        source.role() == Role.CUSTOMERS && column.name().equals("email"))
                .mapToLong(ColumnProfile::missing)
                .sum();
    }

    private DimensionScore validity() {
        long unread =
                source.columns().stream().mapToLong(ImportedColumn::unreadable).sum();
        return scored(
                Dimension.VALIDITY,
                source.rejected() + unread + faulty(Dimension.VALIDITY),
                source.rows(),
                "%,d of %,d rows were not taken or hold an impossible value.");
    }

    private DimensionScore uniqueness() {
        return scored(
                Dimension.UNIQUENESS,
                source.duplicates() + faulty(Dimension.UNIQUENESS),
                source.rows(),
                "%,d of %,d rows repeat another or likely tell of the same person or thing.");
    }

    private long faulty(Dimension dimension) {
        var failed = findings.stream()
                .filter(finding -> finding.check().dimension() == dimension && counts(finding.check()))
                .toList();
        return failed.size() == 1
                ? failed.getFirst().rows()
                : failed.isEmpty()
                        ? 0
                        : rowsFailing.applyAsLong(
                                failed.stream().map(Finding::check).toList());
    }

    /** Whether accepted rows that fail the check are wrong; gaps and what was not stored are counted by themselves. */
    private static boolean counts(Check check) {
        return switch (check) {
            case Check.Shape shape -> shape.pattern() != Check.Pattern.COUNTRY_CODE;
            case Check.BirthDate _, Check.Negative _, Check.RepeatedRow _, Check.RepeatedKey _ -> true;
            case Check.SamePerson _, Check.Orphan _, Check.Future _, Check.OddSpelling _, Check.Misread _ -> true;
            case Check.Missing _, Check.Unreadable _, Check.Rejected _, Check.Constant _, Check.Outlier _ -> false;
            case Check.Capitals _,
                    Check.Blanks _,
                    Check.Unusual _,
                    Check.UnusualDays _,
                    Check.Alike _,
                    Check.Skewed _ -> false;
            case Check.Stated stated -> stated.check().expectation().isOfRows();
        };
    }

    private static DimensionScore scored(Dimension dimension, long found, long all, String words) {
        // Values that could not be read are counted one by one, and there can be more of them than rows.
        long faulty = Math.min(found, all);
        double share = all == 0 ? 0 : (double) faulty / (double) all;
        var formula = String.format(
                Locale.ROOT, " Score:\u00a0100\u00a0×\u00a0(1\u00a0−\u00a0%,d\u00a0÷\u00a0%,d).", faulty, all);
        return new DimensionScore(
                dimension, 100 * (1 - share), String.format(Locale.ROOT, words, faulty, all) + formula);
    }
}
