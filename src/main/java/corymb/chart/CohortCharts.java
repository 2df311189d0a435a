package corymb.chart;

import corymb.chart.ChartSpec.Look;
import corymb.path.CohortPlan;
import corymb.path.Cohorts;
import corymb.path.Cohorts.Cohort;
import corymb.stats.Share;
import corymb.table.Matrix;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** The triangle of cohorts. */
public final class CohortCharts {
    private CohortCharts() {}

    /** What the cells of the triangle tell. */
    public enum Telling {
        /** The part of the cohort who came back, in percent. */
        SHARE,
        /** How many came back. */
        PEOPLE,
        /** What their events of the period add up to. */
        TOTAL,
        /** What all of them so far add up to, for each of the cohort. */
        TOTAL_EACH
    }

    /** The triangle; a click on a cell tells its cohort and how many periods after the start it lies. */
    public static ChartSpec triangle(Cohorts cohorts, Telling telling) {
        int from = first(cohorts, telling);
        var columns = IntStream.range(from, cohorts.periods()).boxed().toList();
        var cells = cohorts.cohorts().stream()
                .flatMap(cohort -> columns.stream().map(after -> cell(cohorts, cohort, after, telling)))
                .toList();
        return new ChartSpec.HeatMap(
                new Caption(finding(cohorts, telling), drawn(cohorts, telling)),
                cohorts.cohorts().stream().map(cohort -> name(cohorts, cohort)).toList(),
                new Matrix(
                        columns.stream().map(String::valueOf).toList(),
                        cells.stream().mapToDouble(Shown::value).toArray()),
                ChartSpec.Scale.SEQUENTIAL,
                cells.stream().map(Shown::note).toList(),
                cells.stream().map(Shown::look).toList());
    }

    private record Shown(double value, String note, Look look) {}

    private static Shown cell(Cohorts cohorts, Cohort cohort, int after, Telling telling) {
        if (after >= cohort.cells().size()) {
            return new Shown(0, "", Look.NONE);
        }
        return new Shown(
                value(cohort, after, telling),
                note(cohorts, cohort, after),
                cohorts.isOver(cohort, after) ? Look.WHOLE : Look.UNFINISHED);
    }

    /** Everybody is there in the period of the start who comes back by what they begin with; that says nothing and hides the rest. */
    private static int first(Cohorts cohorts, Telling telling) {
        boolean isOfPeople = telling == Telling.SHARE || telling == Telling.PEOPLE;
        var plan = cohorts.plan();
        boolean isSame =
                plan.start().equals(new CohortPlan.Start.FirstEvent(plan.back().events()));
        return isOfPeople && isSame && cohorts.periods() > 1 ? 1 : 0;
    }

    /** A cohort as its row is named, such as "Jan 2025 · 408". */
    public static String name(Cohorts cohorts, Cohort cohort) {
        return begins(cohorts, cohort) + " · " + Numbers.local().count(cohort.size());
    }

    /** When a cohort began. */
    public static String begins(Cohorts cohorts, Cohort cohort) {
        return switch (cohorts.plan().calendar().period()) {
            case MONTH ->
                DateTimeFormatter.ofPattern("MMM yyyy", Locale.getDefault()).format(cohort.begins());
            case WEEK, DAY -> Numbers.local().date(cohort.begins());
        };
    }

    /** The cohort that a click on a cell tells; empty where there is none. */
    public static Optional<Cohort> cohort(Cohorts cohorts, ChartSpec.Cell cell) {
        return cohorts.cohorts().stream()
                .filter(each -> name(cohorts, each).equals(cell.row()))
                .findFirst();
    }

    private static double value(Cohort cohort, int after, Telling telling) {
        return switch (telling) {
            case SHARE -> Math.round(cohort.share(after).percent() * 10) / 10.0;
            case PEOPLE -> (double) cohort.cells().get(after).people();
            case TOTAL -> Math.round(cohort.cells().get(after).total());
            case TOTAL_EACH -> cohort.totalEach(after);
        };
    }

    private static String note(Cohorts cohorts, Cohort cohort, int after) {
        var numbers = Numbers.local();
        var cell = cohort.cells().get(after);
        var people = "%s of %s customers, %s"
                .formatted(
                        numbers.count(cell.people()),
                        numbers.count(cohort.size()),
                        numbers.percent(cohort.share(after).value()));
        var total = cohorts.plan().back().column().isEmpty()
                ? ""
                : "\n%s in this period, %s for each so far"
                        .formatted(numbers.exact(cell.total()), numbers.fixed(cohort.totalEach(after), 2));
        return people + total + (cohorts.isOver(cohort, after) ? "" : "\nThis period is not over yet");
    }

    private static String finding(Cohorts cohorts, Telling telling) {
        var numbers = Numbers.local();
        int last = IntStream.range(0, cohorts.periods())
                .filter(after -> cohorts.average(after).isPresent())
                .max()
                .orElse(0);
        return switch (telling) {
            case SHARE, PEOPLE ->
                last == 0
                        ? "No period after the start is over yet"
                        : cohorts.average(1)
                                .map(Share::value)
                                .map(share -> "%s come back in the %s after they began%s"
                                        .formatted(numbers.percent(share), word(cohorts), later(cohorts, last)))
                                .orElse("");
            case TOTAL, TOTAL_EACH ->
                cohorts.averageTotalEach(last)
                        .map(total -> "A customer comes to %s in %s %ss"
                                .formatted(numbers.prose(total), last + 1, word(cohorts)))
                        .orElse("No period is over yet");
        };
    }

    private static String later(Cohorts cohorts, int last) {
        return cohorts.average(last)
                .filter(_ -> last > 1)
                .map(share ->
                        ", %s %d %ss after".formatted(Numbers.local().percent(share.value()), last, word(cohorts)))
                .orElse("");
    }

    private static String word(Cohorts cohorts) {
        return PathWords.word(cohorts.plan().calendar().period());
    }

    private static String drawn(Cohorts cohorts, Telling telling) {
        var what = switch (telling) {
            case SHARE -> "Percent of each cohort who came back";
            case PEOPLE -> "Customers of each cohort who came back";
            case TOTAL -> "Total of " + column(cohorts) + " of each cohort";
            case TOTAL_EACH -> "Total of " + column(cohorts) + " so far, for each customer of the cohort";
        };
        return what + ", by %ss (UTC) after the start; hatched where not over yet".formatted(word(cohorts));
    }

    private static String column(Cohorts cohorts) {
        return cohorts.plan().back().column().orElse("");
    }
}
