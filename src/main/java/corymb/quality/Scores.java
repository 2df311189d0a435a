package corymb.quality;

import corymb.importing.Source;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Scores the sides of a source's quality, 0 to 100.
 *
 * <p>Completeness: the share of cells that hold a value. Validity: the share of the file's rows that were taken, times the
 * share of values that pass the validity checks in the columns that have them. Uniqueness: the share of rows that are
 * neither an exact nor a likely repetition. Consistency: one less the mean share of rows that fail each consistency check
 * (constant columns aside, which are no contradiction). Timeliness: the share of rows without a time in the future.
 */
final class Scores {
    private final Source source;
    private final List<ColumnProfile> columns;
    private final List<Finding> findings;
    private final Duplicates duplicates;

    Scores(Source source, List<ColumnProfile> columns, List<Finding> findings, Duplicates duplicates) {
        this.source = source;
        this.columns = columns;
        this.findings = findings;
        this.duplicates = duplicates;
    }

    List<DimensionScore> all() {
        return Arrays.stream(Dimension.values()).map(this::score).toList();
    }

    private DimensionScore score(Dimension dimension) {
        return switch (dimension) {
            case COMPLETENESS -> completeness();
            case VALIDITY -> validity();
            case UNIQUENESS -> uniqueness();
            case CONSISTENCY -> consistency();
            case TIMELINESS -> timeliness();
        };
    }

    private DimensionScore completeness() {
        double missing = columns.stream().mapToLong(ColumnProfile::missing).sum();
        double cells = (double) columns.size() * (double) source.accepted();
        return scored(
                Dimension.COMPLETENESS,
                1 - missing / Math.max(1, cells),
                "%,.0f of %,.0f cells are empty.",
                missing,
                cells);
    }

    private DimensionScore validity() {
        double taken = (double) source.accepted() + source.duplicates();
        double share = taken / Math.max(1, (double) source.rows());
        double failed = failed(Dimension.VALIDITY);
        long checked = findings.stream()
                .filter(finding -> finding.check().dimension() == Dimension.VALIDITY
                        && !finding.column().isEmpty())
                .map(Finding::column)
                .distinct()
                .count();
        double values = Math.max(1, (double) checked * (double) source.accepted());
        return scored(
                Dimension.VALIDITY,
                share * (1 - Math.min(1, failed / values)),
                "%,.0f rows were rejected; %,.0f values fail a check.",
                (double) source.rejected(),
                failed);
    }

    private double failed(Dimension dimension) {
        return findings.stream()
                .filter(finding -> finding.check().dimension() == dimension
                        && !finding.column().isEmpty())
                .mapToLong(Finding::rows)
                .sum();
    }

    private DimensionScore uniqueness() {
        double repeated = (double) duplicates.exact() + duplicates.near();
        double rows = (double) source.accepted() + source.duplicates();
        return scored(
                Dimension.UNIQUENESS,
                1 - repeated / Math.max(1, rows),
                "%,.0f rows repeat another exactly, %,.0f likely tell of the same person or thing.",
                (double) duplicates.exact(),
                (double) duplicates.near());
    }

    private DimensionScore consistency() {
        var orphans = findings.stream()
                .filter(finding -> finding.check() instanceof Check.Orphan)
                .mapToLong(Finding::rows)
                .toArray();
        double failed = Arrays.stream(orphans).sum();
        double rows = Math.max(1, (double) source.accepted() * Math.max(1, orphans.length));
        return scored(Dimension.CONSISTENCY, 1 - failed / rows, "%,.0f references lead nowhere.", failed);
    }

    private DimensionScore timeliness() {
        double failed = failed(Dimension.TIMELINESS);
        return scored(
                Dimension.TIMELINESS,
                1 - failed / Math.max(1, (double) source.accepted()),
                "%,.0f rows have a time in the future.",
                failed);
    }

    private static DimensionScore scored(Dimension dimension, double share, String words, double... numbers) {
        var values = Arrays.stream(numbers).boxed().toArray();
        return new DimensionScore(dimension, 100 * Math.clamp(share, 0, 1), String.format(Locale.ROOT, words, values));
    }
}
