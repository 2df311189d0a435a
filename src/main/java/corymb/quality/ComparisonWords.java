package corymb.quality;

import corymb.stats.DistributionShift;
import corymb.stats.Proportion;
import corymb.stats.TwoProportions;
import corymb.table.ColumnType;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says in words in what an import differs from an earlier one. */
final class ComparisonWords {
    /** What chance alone does more often than this is not told. */
    static final double CHANCE = 0.01;

    /** A share that changes by less than this is not told, however sure the change is. */
    private static final double LEAST_POINTS = 0.01;

    /** A share that changes by more than this matters to whatever uses the column. */
    private static final double MANY_POINTS = 0.2;

    /** Rows that become more or fewer by this part are told. */
    private static final double MANY_ROWS = 0.3;

    /** A middle that moves by less than this part is not what changed. */
    private static final double LEAST_MOVE = 0.01;

    private ComparisonWords() {}

    static List<ComparisonFinding> findings(ImportFacts before, ImportFacts after, List<ColumnChange> columns) {
        var findings = new ArrayList<ComparisonFinding>();
        rows(before, after).ifPresent(findings::add);
        notTaken(before, after).ifPresent(findings::add);
        columns.forEach(column -> findings.addAll(of(column)));
        findings.sort(Comparator.comparing(ComparisonFinding::severity).reversed());
        return findings;
    }

    private static Optional<ComparisonFinding> rows(ImportFacts before, ImportFacts after) {
        double part = (double) after.counts().rows() / before.counts().rows() - 1;
        if (Math.abs(part) < MANY_ROWS) {
            return Optional.empty();
        }
        return Optional.of(new ComparisonFinding(
                Severity.NOTE,
                "",
                "It has " + count(after.counts().rows()) + " rows, " + percent(Math.abs(part))
                        + (part > 0 ? " more" : " fewer") + " than the "
                        + count(before.counts().rows()) + " before."));
    }

    private static Optional<ComparisonFinding> notTaken(ImportFacts before, ImportFacts after) {
        var was = new Proportion(before.counts().rejected(), before.counts().rows());
        var is = new Proportion(after.counts().rejected(), after.counts().rows());
        return isOther(was, is)
                ? Optional.of(new ComparisonFinding(
                        is.rate() > was.rate() ? Severity.WARNING : Severity.NOTE,
                        "",
                        percent(is.rate()) + " of the rows were not taken, " + percent(was.rate()) + " before."))
                : Optional.empty();
    }

    private static boolean isOther(Proportion was, Proportion is) {
        var both = new TwoProportions(was, is);
        return was.total() > 0
                && is.total() > 0
                && both.isTestable()
                && Math.abs(both.difference()) >= LEAST_POINTS
                && both.zTest().pValue() < CHANCE;
    }

    private static List<ComparisonFinding> of(ColumnChange change) {
        return switch (change) {
            case ColumnChange.Gone gone ->
                List.of(new ComparisonFinding(
                        Severity.ERROR, gone.column(), "The column " + gone.column() + " is gone."));
            case ColumnChange.New added ->
                List.of(new ComparisonFinding(
                        Severity.NOTE, added.column(), "The column " + added.column() + " is new."));
            case ColumnChange.OtherType(var column, var before, var after) ->
                List.of(new ComparisonFinding(
                        Severity.ERROR,
                        column,
                        "The values of " + column + " are " + word(after) + " now, " + word(before) + " before."));
            case ColumnChange.Kept kept -> missing(kept.column(), kept.before(), kept.after());
            case ColumnChange.Moved moved -> {
                var findings = new ArrayList<>(missing(moved.column(), moved.before(), moved.after()));
                if (ComparingImports.isTold(moved.shift())) {
                    findings.add(moved(moved));
                }
                yield findings;
            }
        };
    }

    private static List<ComparisonFinding> missing(String column, ColumnFacts before, ColumnFacts after) {
        var was = new Proportion(before.missing(), before.rows());
        var is = new Proportion(after.missing(), after.rows());
        if (!isOther(was, is)) {
            return List.of();
        }
        var severity = is.rate() < was.rate()
                ? Severity.NOTE
                : is.rate() - was.rate() >= MANY_POINTS ? Severity.ERROR : Severity.WARNING;
        return List.of(new ComparisonFinding(
                severity,
                column,
                percent(is.rate()) + " of " + column + " is missing, " + percent(was.rate()) + " before."));
    }

    private static ComparisonFinding moved(ColumnChange.Moved moved) {
        var column = moved.column();
        if (moved.type().isTemporal()) {
            // The next file tells of later days: to be expected, and still worth knowing.
            return new ComparisonFinding(Severity.NOTE, column, time(moved));
        }
        var severity = moved.shift().stability() >= DistributionShift.LARGE ? Severity.ERROR : Severity.WARNING;
        var words = moved.type().isNumeric() ? number(moved) : value(moved);
        return new ComparisonFinding(
                severity,
                column,
                words + String.format(Locale.ROOT, " (PSI %.2f).", moved.shift().stability()));
    }

    private static String time(ColumnChange.Moved moved) {
        var was = Instant.ofEpochSecond((long) moved.before().median());
        var is = Instant.ofEpochSecond((long) moved.after().median());
        long days = Duration.between(was, is).toDays();
        var day = is.atZone(ZoneOffset.UTC).toLocalDate();
        return days == 0
                ? moved.column() + " is spread otherwise than before."
                : moved.column() + " is " + count(Math.abs(days)) + (Math.abs(days) == 1 ? " day " : " days ")
                        + (days > 0 ? "later" : "earlier") + " in the middle: " + day + ".";
    }

    private static String number(ColumnChange.Moved moved) {
        double was = moved.before().median();
        double is = moved.after().median();
        double part = (is - was) / Math.abs(was);
        if (was == is || (was != 0 && Math.abs(part) < LEAST_MOVE)) {
            return moved.column() + " is spread otherwise than before, about the same middle";
        }
        var middle = moved.column() + " is "
                + (was == 0
                        ? (is > 0 ? "higher" : "lower")
                        : percent(Math.abs(part)) + (part > 0 ? " higher" : " lower"));
        return middle + " in the middle: " + figure(is) + ", " + figure(was) + " before";
    }

    private static String value(ColumnChange.Moved moved) {
        var mover = moved.mover();
        return mover.value().isEmpty()
                ? moved.column() + " has values that it did not have before"
                : percent(mover.after()) + " of " + moved.column() + " is “" + mover.value() + "”, "
                        + percent(mover.before()) + " before";
    }

    private static String word(ColumnType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    private static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String percent(double share) {
        double percent = share * 100;
        return String.format(
                Locale.ROOT, percent < 10 && percent != Math.rint(percent) ? "%.1f %%" : "%.0f %%", percent);
    }

    private static String figure(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%,d", (long) value)
                : String.format(Locale.ROOT, "%.4g", value);
    }
}
