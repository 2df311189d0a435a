package corymb.chart;

import corymb.chart.ChartSpec.Estimate;
import corymb.chart.ChartSpec.Intervals;
import corymb.chart.ChartSpec.Lines;
import corymb.chart.ChartSpec.Point;
import corymb.chart.ChartSpec.Series;
import corymb.experiment.Analysis;
import corymb.experiment.Analysis.Comparison;
import corymb.experiment.PowerCurve;
import corymb.experiment.SampleSize;
import corymb.experiment.SimulatedMetric;
import corymb.experiment.Simulation;
import corymb.experiment.Simulation.Day;
import corymb.experiment.Simulation.Rate;
import java.util.List;
import java.util.function.Function;

/** The charts of tests that are planned, simulated or read. */
public final class ExperimentCharts {
    private ExperimentCharts() {}

    /** How the chance of finding the change grows with the number of people; the plan's own is the chosen point. */
    public static ChartSpec power(PowerCurve curve, SampleSize size) {
        var numbers = Numbers.local();
        var points = curve.points().stream()
                .map(point -> new Point(point.perVariant(), point.power()))
                .toList();
        return new Lines(
                new Caption(
                        "%s customers in each group find the change in %s of tests"
                                .formatted(
                                        numbers.count(size.perVariant()),
                                        numbers.percent(size.plan().rates().power())),
                        "Chance of finding the change (power) by customers in each group"),
                Axis.of("Customers in each group"),
                Axis.percent("Power"),
                List.of(new Series("Power", Palette.ACCENT, points)),
                List.of((double) size.perVariant()));
    }

    /** The differences that simulated tests estimated, beside the one that was put in. */
    public static ChartSpec estimates(Simulation simulation) {
        var lift = simulation.lift();
        var axis = axis(simulation);
        double low = quantile(simulation, 0.025);
        double high = quantile(simulation, 0.975);
        double median = quantile(simulation, 0.5);
        return new Intervals(
                new Caption(
                        "19 of 20 tests estimate a difference between %s and %s"
                                .formatted(say(axis, low), say(axis, high)),
                        "Differences the simulated tests estimated, and the true one"),
                axis,
                List.of(
                        new Estimate("true", "True difference", lift.truth(), lift.truth(), lift.truth()),
                        new Estimate(
                                "half",
                                "Half of the tests",
                                median,
                                quantile(simulation, 0.25),
                                quantile(simulation, 0.75)),
                        new Estimate("most", "19 of 20 tests", median, low, high)),
                0);
    }

    /** What each further day brings, read once on that day or looked at every day. */
    public static ChartSpec days(Simulation simulation) {
        var last = simulation.days().getLast();
        var numbers = Numbers.local();
        var finding = "Looking every day turns %s false alarms into %s"
                .formatted(
                        numbers.percent(last.falsePositiveRate().value()),
                        numbers.percent(last.peekingFalsePositiveRate().value()));
        return new Lines(
                new Caption(
                        finding,
                        "Share of tests called a success by the end of each day, read once or looked at daily, with the change (found) and"
                                + " without it (false alarm)"),
                Axis.of("Day"),
                Axis.percent("Tests"),
                List.of(
                        series(simulation, "Found, once", 0, Day::power),
                        series(simulation, "Found, daily", 1, Day::peekingPower),
                        series(simulation, "Alarm, once", 2, Day::falsePositiveRate),
                        series(simulation, "Alarm, daily", 3, Day::peekingFalsePositiveRate)),
                List.of());
    }

    /** How much each variant differs from control in one metric. */
    public static ChartSpec differences(Analysis analysis, String metric) {
        var comparisons = analysis.metrics().stream()
                .filter(comparison -> comparison.name().equals(metric))
                .toList();
        boolean isRate = comparisons.getFirst().basis().isRate();
        var label = "Difference in " + metric;
        return new Intervals(
                new Caption(
                        finding(analysis, metric, comparisons),
                        "Difference from %s with its %s interval"
                                .formatted(
                                        analysis.control(),
                                        Numbers.local()
                                                .percent(1 - analysis.plan().alpha()))),
                isRate ? Axis.percent(label + ", percentage points") : Axis.of(label),
                comparisons.stream()
                        .map(each -> new Estimate(
                                each.variant(),
                                each.variant(),
                                each.lift().absolute(),
                                each.interval().low(),
                                each.interval().high()))
                        .toList(),
                0);
    }

    private static String finding(Analysis analysis, String metric, List<Comparison> comparisons) {
        var shown = comparisons.stream()
                .filter(each -> each.adjustedPValue() < analysis.plan().alpha())
                .map(each -> each.variant() + (each.lift().absolute() > 0 ? " raises " : " lowers ") + metric)
                .toList();
        return shown.isEmpty() ? "No difference in " + metric + " is shown" : String.join(", ", shown);
    }

    private static Axis axis(Simulation simulation) {
        return switch (simulation.plan().metric()) {
            case SimulatedMetric.Value value -> Axis.of("Difference in " + value.label());
            case SimulatedMetric.Conversion conversion ->
                Axis.percent("Difference in " + conversion.label() + ", percentage points");
            case SimulatedMetric.GivenConversion _ -> Axis.percent("Difference in conversion, percentage points");
        };
    }

    private static String say(Axis axis, double difference) {
        return switch (axis.measure()) {
            case SHARE -> Numbers.local().prose(difference * 100) + " points";
            case NUMBER, SCORE, DEVIATION -> Numbers.local().prose(difference);
        };
    }

    private static double quantile(Simulation simulation, double probability) {
        return simulation.lift().quantiles().stream()
                .filter(quantile -> quantile.probability() == probability)
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static Series series(Simulation simulation, String name, int colour, Function<Day, Rate> rate) {
        return new Series(
                name,
                colour,
                simulation.days().stream()
                        .map(day -> new Point(day.day(), rate.apply(day).value()))
                        .toList());
    }
}
