package corymb.quality;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import corymb.importing.Role;
import corymb.importing.Source;
import corymb.sql.Expression.Constant;
import corymb.sql.Expression.NumberConstant;
import corymb.sql.Expression.TextConstant;
import corymb.stats.Share;
import corymb.table.ColumnType;
import corymb.work.Progress;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checks that a source passes as it is, found in its profile, for a person to choose from.
 *
 * <p>Cost: one pass over the rows, as each proposal is tried before it is made.
 */
public final class ProposedChecks {
    private static final int FEWEST_ROWS = 20;
    private static final int MOST_VALUES = 20;
    private static final int ROWS_A_VALUE = 10;
    private static final double CUSTOM = 0.99;
    private static final int MOST_DAYS_OLD = 60;
    private static final int WEEK = 7;
    private static final Share LITTLE = new Share(0.01);

    private final Source source;
    private final SourceQuality quality;
    private final List<Proposal> proposals = new ArrayList<>();

    private ProposedChecks(Source source, SourceQuality quality) {
        this.source = source;
        this.quality = quality;
    }

    /**
     * A check to choose.
     *
     * @param check the check, without an id yet
     * @param reason what speaks for it, one sentence
     */
    public record Proposal(StatedCheck check, String reason) {}

    /**
     * Proposes checks for a source, those of whole rows last.
     *
     * @param quality what is known of the source
     * @param stated the checks there are, which are not proposed again
     */
    public static List<Proposal> of(
            CheckRun run, Source source, SourceQuality quality, StatedChecks stated, Progress progress) {
        if (source.accepted() < FEWEST_ROWS) {
            return List.of();
        }
        var proposed = new ProposedChecks(source, quality);
        quality.columns().forEach(proposed::ofColumn);
        proposed.ofSource(run);
        var fresh = proposed.proposals.stream()
                .filter(proposal -> stated.of(source.name()).stream()
                        .noneMatch(check ->
                                isLike(check.expectation(), proposal.check().expectation())))
                .toList();
        var checks = fresh.stream().map(Proposal::check).toList();
        var passed = run.results(source, checks, progress).stream()
                .filter(CheckResult::isPassed)
                .map(CheckResult::check)
                .toList();
        return fresh.stream()
                .filter(proposal -> passed.contains(proposal.check()))
                .toList();
    }

    private static boolean isLike(Expectation one, Expectation other) {
        return one.label().equals(other.label()) && one.column().equals(other.column());
    }

    private void ofColumn(ColumnProfile column) {
        long present = source.accepted() - column.missing();
        required(column);
        boolean isKey = present >= FEWEST_ROWS
                && !pointsElsewhere(column.name())
                && column.distinct().values() == present
                && !column.distinct().isApproximate()
                && (column.type() == ColumnType.TEXT || column.type() == ColumnType.INTEGER);
        if (isKey) {
            add(
                    new Expectation.Unique(List.of(column.name())),
                    Severity.ERROR,
                    "All %,d values are different.",
                    present);
        }
        var values = isKey ? Optional.<List<Constant>>empty() : values(column, present);
        values.ifPresent(all -> add(
                new Expectation.InSet(column.name(), all),
                Severity.WARNING,
                "Only %,d different values are there.",
                all.size()));
        if (column.type().isNumeric() && !isKey && column.distinct().values() > 1) {
            range(column);
        }
        if (column.type() == ColumnType.TEXT && values.isEmpty()) {
            pattern(column);
        }
    }

    /** That nobody has bought twice yet is no rule. */
    private boolean pointsElsewhere(String name) {
        return (name.equals("customer_id") && source.role() != Role.CUSTOMERS)
                || (name.equals("item_id") && source.role() != Role.ITEMS);
    }

    private void required(ColumnProfile column) {
        var name = column.name();
        if (column.missing() == 0) {
            add(new Expectation.Required(name), Severity.ERROR, "No row is without one.");
        } else if (!Harm.isNatural(name, source)
                && Share.of(column.missing(), source.accepted()).compareTo(LITTLE) <= 0) {
            var check = stated(new Expectation.Required(name), Severity.ERROR, LITTLE);
            proposals.add(new Proposal(
                    check, words("Only %,d of %,d rows are without one.", column.missing(), source.accepted())));
        }
    }

    /** All values of a column of few, but for those that look like slips. */
    private Optional<List<Constant>> values(ColumnProfile column, long present) {
        long distinct = column.distinct().values();
        var all = Stream.concat(column.top().stream(), column.detail().bottom().stream())
                .map(ValueCount::value)
                .distinct()
                .sorted()
                .toList();
        boolean isCategory = column.type() == ColumnType.TEXT
                && distinct > 1
                && distinct <= MOST_VALUES
                && distinct * ROWS_A_VALUE <= present
                && all.size() == distinct;
        boolean isOdd = quality.findings().stream()
                .anyMatch(finding -> finding.check() instanceof Check.OddSpelling odd
                        && odd.column().equals(column.name()));
        return isCategory && !isOdd
                ? Optional.of(all.stream().<Constant>map(TextConstant::new).toList())
                : Optional.empty();
    }

    private void range(ColumnProfile column) {
        if (column.minimum().isEmpty()) {
            return;
        }
        var least = new BigDecimal(column.minimum());
        var most = new BigDecimal(column.maximum());
        var low = least.signum() >= 0 ? BigDecimal.ZERO : rounded(least, RoundingMode.FLOOR);
        var high = rounded(most, RoundingMode.CEILING);
        var range = new Expectation.InRange(column.name(), Optional.of(number(low)), Optional.of(number(high)));
        add(range, Severity.WARNING, "The values there are lie between %s and %s.", column.minimum(), column.maximum());
    }

    private static Constant number(BigDecimal number) {
        return new NumberConstant(number.doubleValue());
    }

    /** To two digits, away from what is there. */
    private static BigDecimal rounded(BigDecimal number, RoundingMode mode) {
        return number.round(new MathContext(2, mode));
    }

    private void pattern(ColumnProfile column) {
        var shapes = column.detail().shapes();
        if (shapes.most().isEmpty() || shapes.rows() < FEWEST_ROWS) {
            return;
        }
        var first = shapes.most().getFirst();
        var pattern = Shape.pattern(first.value());
        if (first.rows() >= CUSTOM * shapes.rows() && first.value().contains("9") && pattern.isPresent()) {
            var check = stated(new Expectation.Matches(column.name(), pattern.get()), Severity.WARNING, LITTLE);
            proposals.add(
                    new Proposal(check, words("%,d of %,d look like %s.", first.rows(), shapes.rows(), first.value())));
        }
    }

    private void ofSource(CheckRun run) {
        for (var coverage : quality.profile().coverage()) {
            times(coverage, run.asOf());
        }
        if (source.role() != Role.CUSTOMERS && source.has("customer_id")) {
            references(run, Role.CUSTOMERS, "customer_id", "id");
        }
        if (source.role() == Role.EVENTS && source.has("item_id")) {
            references(run, Role.ITEMS, "item_id", "item_id");
        }
        var rows = BigDecimal.valueOf(source.accepted());
        long least = rounded(rows.divide(BigDecimal.TWO), RoundingMode.FLOOR).longValue();
        long most = rounded(rows.multiply(BigDecimal.TWO), RoundingMode.CEILING).longValue();
        add(
                new Expectation.RowCount(least, most),
                Severity.WARNING,
                "There are %,d rows now: half of it to twice as many.",
                source.accepted());
    }

    private void times(TimeCoverage coverage, Instant asOf) {
        if (coverage.periods().isEmpty() || source.role() != Role.EVENTS) {
            return;
        }
        add(
                new Expectation.InOrder(coverage.column(), ""),
                Severity.WARNING,
                "Each row is as late as the one before it, or later.");
        newest(coverage.column()).ifPresent(newest -> {
            long days = ChronoUnit.DAYS.between(newest, LocalDate.ofInstant(asOf, ZoneOffset.UTC));
            if (days >= 0 && days <= MOST_DAYS_OLD) {
                add(
                        new Expectation.Fresh(coverage.column(), (int) Math.max(WEEK, 2 * days)),
                        Severity.WARNING,
                        "The newest is of %s.",
                        newest);
            }
        });
    }

    private Optional<LocalDate> newest(String column) {
        return quality.columns().stream()
                .filter(profile ->
                        profile.name().equals(column) && profile.maximum().length() >= 10)
                .map(profile -> LocalDate.parse(profile.maximum().substring(0, 10)))
                .findFirst();
    }

    private void references(CheckRun run, Role role, String column, String key) {
        run.sources().stream()
                .filter(other -> other.role() == role && other.has(key))
                .forEach(other -> proposals.add(new Proposal(
                        stated(new Expectation.References(column, other.name(), key), Severity.ERROR, LITTLE),
                        "Rows that point to nothing drop out of profiles and features.")));
    }

    @FormatMethod
    private void add(Expectation expectation, Severity severity, @FormatString String reason, Object... values) {
        proposals.add(new Proposal(stated(expectation, severity, new Share(0)), words(reason, values)));
    }

    @FormatMethod
    private static String words(@FormatString String reason, Object... values) {
        return String.format(Locale.ROOT, reason, values);
    }

    private StatedCheck stated(Expectation expectation, Severity severity, Share tolerance) {
        return StatedCheck.of(source.name(), expectation).withSeverity(severity, tolerance);
    }
}
