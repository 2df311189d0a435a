package corymb.chart;

import corymb.quality.Associations;
import corymb.quality.ColumnProfile;
import corymb.quality.Measure;
import corymb.quality.Missingness;
import corymb.quality.SourceProfile;
import corymb.quality.TimeCoverage;
import corymb.table.Matrix;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The charts of what the columns of a source hold, by themselves and together. */
public final class ProfileCharts {
    private static final int MOST_CELLS_A_SIDE = 20;
    private static final int MOST_NAMED = 3;
    private static final double NOTICEABLE = 0.1;

    private ProfileCharts() {}

    /** The rows of a source over time; a click on a bar tells when it begins. */
    public static ChartSpec coverage(TimeCoverage coverage) {
        var numbers = Numbers.local();
        var unit = switch (coverage.unit()) {
            case DAY -> "day";
            case WEEK -> "week";
            case MONTH -> "month";
            case YEAR -> "year";
        };
        var ahead =
                coverage.future() == 0 ? "" : "; without " + counted(coverage.future(), "row") + " dated in the future";
        var trend = new ChartSpec.Trend("Rows", Palette.ACCENT, moments(coverage));
        return new ChartSpec.Times(
                new Caption(
                        finding(coverage, numbers), "Rows per " + unit + " by " + coverage.column() + ", UTC" + ahead),
                Axis.of("Rows"),
                List.of(trend),
                ChartSpec.Form.BARS);
    }

    private static String finding(TimeCoverage coverage, Numbers numbers) {
        if (coverage.periods().isEmpty()) {
            return "No row has a %s that has passed".formatted(coverage.column());
        }
        var longest = coverage.gaps().stream().max(Comparator.comparingLong(TimeCoverage.Gap::days));
        if (longest.isPresent()) {
            var gap = longest.get();
            return "No rows for %s from %s".formatted(counted(gap.days(), "day"), numbers.date(gap.from()));
        }
        if (!coverage.bursts().isEmpty()) {
            var burst = coverage.bursts().getFirst();
            return "Far more rows than usual on %s: %s"
                    .formatted(numbers.date(burst.start()), numbers.count(burst.rows()));
        }
        return "Rows from %s on without a gap"
                .formatted(numbers.date(coverage.periods().getFirst().start()));
    }

    /** All periods from the first to the last, those without rows too. */
    private static List<ChartSpec.Moment> moments(TimeCoverage coverage) {
        var moments = new ArrayList<ChartSpec.Moment>();
        for (var period : coverage.periods()) {
            while (!moments.isEmpty() && next(coverage, moments).isBefore(period.start())) {
                moments.add(new ChartSpec.Moment(instant(next(coverage, moments)), 0));
            }
            moments.add(new ChartSpec.Moment(instant(period.start()), (double) period.rows()));
        }
        return moments;
    }

    private static LocalDate next(TimeCoverage coverage, List<ChartSpec.Moment> moments) {
        return coverage.unit().next(LocalDate.ofInstant(moments.getLast().at(), ZoneOffset.UTC));
    }

    private static Instant instant(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** How strongly columns of numbers go together, and how strongly columns of categories do. */
    public static List<ChartSpec> associations(SourceProfile profile) {
        return profile.associations().stream()
                .filter(associations -> associations.measure() != Measure.SPEARMAN)
                .flatMap(associations -> associations(associations, profile).stream())
                .toList();
    }

    private static Optional<ChartSpec> associations(Associations associations, SourceProfile profile) {
        var shown = strongest(associations);
        if (shown.size() < 2) {
            return Optional.empty();
        }
        boolean isOfNumbers = associations.measure() == Measure.PEARSON;
        var ranked = profile.associations().stream()
                .filter(other -> isOfNumbers && other.measure() == Measure.SPEARMAN)
                .findFirst();
        var values = new double[shown.size() * shown.size()];
        var notes = new ArrayList<String>();
        for (int i = 0; i < values.length; i++) {
            int left = shown.get(i / shown.size());
            int right = shown.get(i % shown.size());
            values[i] = left == right ? 1 : orNone(associations.between(left, right));
            notes.add(left == right ? "The column itself" : note(associations, ranked, left, right));
        }
        var names = shown.stream().map(associations.columns()::get).toList();
        return Optional.of(new ChartSpec.HeatMap(
                new Caption(finding(associations), drawn(associations, shown.size())),
                names,
                new Matrix(names, values),
                isOfNumbers ? ChartSpec.Scale.DIVERGING : ChartSpec.Scale.SEQUENTIAL,
                notes));
    }

    /** The columns of the strongest pairs, in their own order. */
    private static List<Integer> strongest(Associations associations) {
        return IntStream.range(0, associations.columns().size())
                .boxed()
                .filter(column -> strength(associations, column) >= 0)
                .sorted(Comparator.comparingDouble(column -> -strength(associations, column)))
                .limit(MOST_CELLS_A_SIDE)
                .sorted()
                .toList();
    }

    /** Of the pair with the strongest association; -1 where there is none. */
    private static double strength(Associations associations, int column) {
        return IntStream.range(0, associations.columns().size())
                .filter(other -> other != column)
                .mapToDouble(other -> Math.abs(associations.between(column, other)))
                .filter(Double::isFinite)
                .max()
                .orElse(-1);
    }

    private static double orNone(double value) {
        return Double.isFinite(value) ? Math.rint(value * 100) / 100 : 0;
    }

    private static String note(Associations associations, Optional<Associations> ranked, int left, int right) {
        var name = associations.measure() == Measure.PEARSON ? "Pearson" : "Cramér’s V";
        var numbers = Numbers.local();
        var spearman = ranked.map(other -> "\nSpearman: " + numbers.fixed(other.between(left, right), 2))
                .orElse("");
        return name + ": " + numbers.fixed(associations.between(left, right), 2) + spearman;
    }

    private static String drawn(Associations associations, int shown) {
        var left = associations.columns().size() - shown + associations.leftOut();
        return (associations.measure() == Measure.PEARSON
                        ? "How far two numbers rise together (1) or one falls as the other rises (−1)"
                        : "How far one column tells the other, from nothing (0) to all (1)")
                + ", in " + counted(associations.rows(), "row")
                + (left == 0 ? "" : "; without " + counted(left, "further column"));
    }

    private static String finding(Associations associations) {
        var best = associations.pairs().stream()
                .filter(pair -> Double.isFinite(pair.value()))
                .max(Comparator.comparingDouble(pair -> Math.abs(pair.value())));
        if (best.isEmpty() || Math.abs(best.get().value()) < NOTICEABLE) {
            return associations.measure() == Measure.PEARSON
                    ? "No two columns of numbers go together"
                    : "No column of categories tells another";
        }
        var pair = best.get();
        if (associations.measure() == Measure.CRAMERS_V) {
            return "%s and %s tell most about each other".formatted(pair.left(), pair.right());
        }
        return pair.value() > 0
                ? "%s and %s rise together most".formatted(pair.left(), pair.right())
                : "%s falls most clearly as %s rises".formatted(pair.right(), pair.left());
    }

    /** Which columns go missing together; a click tells the place of the set. Empty when nothing is missing. */
    public static Optional<ChartSpec> missing(Missingness missingness) {
        var sets = missingness.sets();
        if (sets.isEmpty()) {
            return Optional.empty();
        }
        var together = sets.stream().filter(set -> set.columns().size() > 1).findFirst();
        var numbers = Numbers.local();
        var finding = together.map(
                        set -> "%s are missing together in %s".formatted(named(set), counted(set.rows(), "row")))
                .orElse("No two columns go missing together");
        var marks = IntStream.range(0, sets.size())
                .mapToObj(at -> new ChartSpec.Mark(
                        Integer.toString(at),
                        named(sets.get(at)),
                        (double) sets.get(at).rows(),
                        together.equals(Optional.of(sets.get(at))) ? Palette.ACCENT : Palette.GREYED))
                .toList();
        var caption = new Caption(
                finding,
                "Rows in which just these columns are missing; in %s nothing is"
                        .formatted(numbers.count(missingness.complete())));
        return Optional.of(new ChartSpec.RankedBars(caption, Axis.of(""), marks));
    }

    private static String named(Missingness.Together set) {
        var more = set.columns().size() - MOST_NAMED;
        return set.columns().stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + Numbers.local().count(more) + " more" : "");
    }

    /** What the texts of a column look like; empty for other columns. */
    public static Optional<ChartSpec> shapes(ColumnProfile column) {
        var shapes = column.detail().shapes();
        if (shapes.most().isEmpty()) {
            return Optional.empty();
        }
        long counted = Math.max(1, shapes.rows());
        var first = shapes.most().getFirst();
        var marks = shapes.most().stream()
                .map(shape -> new ChartSpec.Mark(
                        shape.value(),
                        shape.value(),
                        (double) shape.rows(),
                        shape.equals(first) ? Palette.ACCENT : Palette.GREYED))
                .toList();
        var caption = new Caption(
                "%s of the rows look like %s"
                        .formatted(Numbers.local().percent((double) first.rows() / counted), first.value()),
                "A capital, a small letter, 9 digit, + several; counted in " + counted(shapes.rows(), "row"));
        return Optional.of(new ChartSpec.RankedBars(caption, Axis.of(""), marks));
    }

    private static String counted(long count, String noun) {
        return Numbers.local().count(count) + " " + noun + (count == 1 ? "" : "s");
    }
}
