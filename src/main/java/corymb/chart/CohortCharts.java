package corymb.chart;

import corymb.chart.ChartSpec.Look;
import corymb.path.CohortPeople;
import corymb.path.CohortPlan;
import corymb.path.Cohorts;
import corymb.path.Cohorts.Cohort;
import corymb.stats.Share;
import corymb.table.Matrix;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The triangle of cohorts. */
public final class CohortCharts {
    private static final String SIZE = "customers";
    private static final String ALL = "all cohorts";

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

    /** The triangle, beside how many each cohort are and under what is true of all; a click on a cell tells {@link #people}. */
    public static ChartSpec triangle(Cohorts cohorts, Telling telling) {
        int from = first(cohorts, telling);
        var periods = IntStream.range(from, cohorts.periods()).boxed().toList();
        var rows = rows(cohorts, telling);
        var cells = rows.stream()
                .flatMap(row -> Stream.concat(
                        Stream.of(size(row)), periods.stream().map(after -> cell(cohorts, row, after, telling))))
                .toList();
        var columns = Stream.concat(Stream.of(SIZE), periods.stream().map(String::valueOf));
        return new ChartSpec.HeatMap(
                new Caption(finding(cohorts, telling), drawn(cohorts, telling)),
                rows.stream().map(Row::name).toList(),
                new Matrix(
                        columns.toList(),
                        cells.stream().mapToDouble(Shown::value).toArray()),
                ChartSpec.Scale.SEQUENTIAL,
                cells.stream().map(Shown::note).toList(),
                cells.stream().map(Shown::look).toList());
    }

    /** A line of the triangle: a cohort, or all together. */
    private record Row(String name, List<Cohort> of) {
        long size() {
            return of.stream().mapToLong(Cohort::size).sum();
        }
    }

    private static List<Row> rows(Cohorts cohorts, Telling telling) {
        var each = cohorts.cohorts().stream()
                .map(cohort -> new Row(begins(cohorts, cohort), List.of(cohort)))
                .toList();
        boolean isAveraged = telling == Telling.SHARE || telling == Telling.TOTAL_EACH;
        return isAveraged && each.size() > 1
                ? Stream.concat(Stream.of(new Row(ALL, cohorts.cohorts())), each.stream())
                        .toList()
                : each;
    }

    private record Shown(double value, String note, Look look) {
        static final Shown NONE = new Shown(0, "", Look.NONE);
    }

    private static Shown size(Row row) {
        return new Shown(
                row.size(), "%s customers began".formatted(Numbers.local().count(row.size())), Look.PLAIN);
    }

    private static Shown cell(Cohorts cohorts, Row row, int after, Telling telling) {
        return row.name().equals(ALL)
                ? average(cohorts, after, telling)
                : cell(cohorts, row.of().getFirst(), after, telling);
    }

    private static Shown average(Cohorts cohorts, int after, Telling telling) {
        var value = telling == Telling.SHARE
                ? cohorts.average(after).map(share -> Math.round(share.percent() * 10) / 10.0)
                : cohorts.averageTotalEach(after);
        var note = "Of the %s cohorts for whom this period is over"
                .formatted(Numbers.local().count(cohorts.over(after).size()));
        return value.map(known -> new Shown(known, note, Look.WHOLE)).orElse(Shown.NONE);
    }

    private static Shown cell(Cohorts cohorts, Cohort cohort, int after, Telling telling) {
        if (after >= cohort.cells().size()) {
            return Shown.NONE;
        }
        return new Shown(
                value(cohort, after, telling),
                note(cohorts, cohort, after),
                cohorts.isOver(cohort, after) ? Look.WHOLE : Look.UNFINISHED);
    }

    /** Those behind a cell; empty where there is no such cell. */
    public static Optional<CohortPeople> people(Cohorts cohorts, ChartSpec.Cell cell) {
        var after =
                cell.column().equals(SIZE) ? Optional.<Integer>empty() : Optional.of(Integer.valueOf(cell.column()));
        var of = rows(cohorts, Telling.SHARE).stream()
                .filter(row -> row.name().equals(cell.row()))
                .flatMap(row ->
                        row.name().equals(ALL) ? after.map(cohorts::over).orElse(row.of()).stream() : row.of().stream())
                .toList();
        return of.isEmpty() ? Optional.empty() : Optional.of(new CohortPeople(cohorts, of, after));
    }

    /** Everybody is there in the period of the start who comes back by what they begin with; that says nothing and hides the rest. */
    private static int first(Cohorts cohorts, Telling telling) {
        boolean isOfPeople = telling == Telling.SHARE || telling == Telling.PEOPLE;
        var plan = cohorts.plan();
        boolean isSame =
                plan.start().equals(new CohortPlan.Start.FirstEvent(plan.back().events()));
        return isOfPeople && isSame && cohorts.periods() > 1 ? 1 : 0;
    }

    /** When a cohort began. */
    public static String begins(Cohorts cohorts, Cohort cohort) {
        return switch (cohorts.plan().calendar().period()) {
            case MONTH ->
                DateTimeFormatter.ofPattern("MMM yyyy", Locale.getDefault()).format(cohort.begins());
            case WEEK, DAY -> Numbers.local().date(cohort.begins());
        };
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
        return what
                + ", by %ss (%s) after the start; hatched where not over yet"
                        .formatted(word(cohorts), cohorts.moment().zone());
    }

    private static String column(Cohorts cohorts) {
        return cohorts.plan().back().column().orElse("");
    }
}
