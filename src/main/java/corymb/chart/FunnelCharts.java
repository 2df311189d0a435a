package corymb.chart;

import corymb.path.Funnel;
import corymb.path.Funnel.Of;
import corymb.path.Funnel.Part;
import corymb.path.Steps;
import corymb.stats.ChiSquareTest;
import corymb.table.Matrix;
import java.util.List;
import java.util.stream.IntStream;

/** The charts of a funnel. */
public final class FunnelCharts {
    /** How rarely chance makes a difference that is told as one. */
    private static final double UNLIKELY = 0.05;

    private FunnelCharts() {}

    /** How many took each step; a click tells the step, counted from 1. */
    public static ChartSpec steps(Funnel funnel) {
        var steps = funnel.plan().steps();
        var marks = IntStream.range(0, steps.count())
                .mapToObj(step -> new ChartSpec.Mark(
                        Integer.toString(step + 1),
                        PathWords.step(steps, step + 1) + shares(funnel, step),
                        (double) funnel.reached().get(step),
                        Palette.ACCENT))
                .toList();
        return new ChartSpec.RankedBars(
                new Caption(
                        finding(funnel),
                        "Customers who took each step " + steps.link().words()
                                + ", and the part of those who took the first, and the one before"),
                Axis.of("Customers"),
                marks);
    }

    /** The part of those who took the first step, and where that is another one, the step before. */
    private static String shares(Funnel funnel, int step) {
        if (step == 0) {
            return "";
        }
        var ofAll = " · " + percent(funnel.ofAll(step).value());
        return step == 1
                ? ofAll
                : ofAll
                        + ", %s of step %d"
                                .formatted(percent(funnel.ofBefore(step).value()), step);
    }

    private static String finding(Funnel funnel) {
        var numbers = Numbers.local();
        var steps = funnel.plan().steps();
        if (funnel.reached().getFirst() == 0) {
            return "Nobody took the first step";
        }
        int worst = IntStream.range(0, steps.count() - 1)
                .boxed()
                .max((one, other) -> Long.compare(funnel.left(one), funnel.left(other)))
                .orElse(0);
        var all = "%s of %s customers come all the way"
                .formatted(
                        percent(funnel.ofAll(steps.count() - 1).value()),
                        numbers.count(funnel.reached().getFirst()));
        return funnel.left(worst) == 0
                ? all
                : all
                        + "; most, %s, are lost after %s"
                                .formatted(numbers.count(funnel.left(worst)), name(steps, worst + 1));
    }

    private static String name(Steps steps, int step) {
        return switch (steps.order()) {
            case ONE_BY_ONE -> "“" + PathWords.events(steps.rules().get(step - 1)) + "”";
            case ANY -> PathWords.step(steps, step);
        };
    }

    private static String percent(double share) {
        return Numbers.local().percent(share);
    }

    /** How long a part of the way took: from a step, counted from 0, to the next, or all of it as the last of the times. */
    public static ChartSpec times(Funnel funnel, int from) {
        var took = funnel.times().get(from);
        var steps = funnel.plan().steps();
        boolean isWhole = from == steps.count() - 1;
        var marks = IntStream.rangeClosed(0, longest(took))
                .mapToObj(bin -> ChartSpec.Mark.of(
                        PathWords.bin(bin), (double) took.bins().get(bin)))
                .toList();
        var who = isWhole ? "come all the way" : "come to " + PathWords.named(steps, from + 2);
        var finding = took.quartiles()
                .map(times -> "Half of those who %s take %s or less".formatted(who, PathWords.time(times.median())))
                .orElse(isWhole ? "Nobody comes all the way" : "Nobody comes to " + PathWords.named(steps, from + 2));
        return new ChartSpec.RankedBars(
                new Caption(
                        finding,
                        "Customers by the time from " + (isWhole ? "the first step to the last" : "the step before")),
                Axis.of("Customers"),
                marks);
    }

    /** The last bin that anybody falls into, counted from 0. */
    private static int longest(Funnel.Took took) {
        return IntStream.range(0, took.bins().size())
                .filter(bin -> took.bins().get(bin) > 0)
                .max()
                .orElse(0);
    }

    /** How far the people of each part come, in percent of those of it who began; a click tells part and step. */
    public static ChartSpec parts(Funnel funnel) {
        var rows = funnel.parts().stream().map(part -> row(funnel, part)).toList();
        var columns = later(funnel);
        var values = funnel.parts().stream()
                .flatMapToDouble(part -> part.reached().stream().skip(1).mapToDouble(people -> share(part, people)))
                .toArray();
        var notes = funnel.parts().stream()
                .flatMap(part -> part.reached().stream()
                        .skip(1)
                        .map(people -> "%s customers, %s of those who began"
                                .formatted(Numbers.local().count(people), percent(share(part, people) / 100))))
                .toList();
        return new ChartSpec.HeatMap(
                new Caption(partsFinding(funnel), "Percent of those who took the first step, by part and step"),
                rows,
                new Matrix(columns, values),
                ChartSpec.Scale.SEQUENTIAL,
                notes);
    }

    /** The steps after the first, which everybody here took. */
    private static List<String> later(Funnel funnel) {
        return PathWords.steps(funnel.plan().steps()).stream().skip(1).toList();
    }

    private static String row(Funnel funnel, Part part) {
        return name(funnel, part) + " · " + Numbers.local().count(part.reached().getFirst());
    }

    private static double share(Part part, long people) {
        long all = part.reached().getFirst();
        return all == 0 ? 0 : Math.round(1000.0 * people / all) / 10.0;
    }

    private static String partsFinding(Funnel funnel) {
        var told = funnel.parts().stream()
                .filter(part -> part.of() instanceof Of.Value || part.of() instanceof Of.Membership)
                .sorted((one, other) -> Double.compare(
                        share(other, other.reached().getLast()),
                        share(one, one.reached().getLast())))
                .toList();
        if (told.size() < 2) {
            return "There are no parts to compare";
        }
        var claim =
                "Of %s come all the way, of %s".formatted(come(funnel, told.getFirst()), come(funnel, told.getLast()));
        return differ(told) ? claim : claim + ": no more of a difference than chance makes";
    }

    /** Whether chance alone would hardly make the parts come all the way as differently, or more. */
    private static boolean differ(List<Part> parts) {
        var rows = parts.stream()
                .map(part -> {
                    long there = part.reached().getLast();
                    return List.of(there, part.reached().getFirst() - there);
                })
                .toList();
        boolean isSomeLeft = rows.stream().anyMatch(row -> row.getLast() > 0);
        boolean isSomeThere = rows.stream().anyMatch(row -> row.getFirst() > 0);
        return isSomeLeft && isSomeThere && ChiSquareTest.independence(rows).pValue() < UNLIKELY;
    }

    private static String come(Funnel funnel, Part part) {
        return "“%s” %s"
                .formatted(
                        name(funnel, part), percent(share(part, part.reached().getLast()) / 100));
    }

    private static String name(Funnel funnel, Part part) {
        return PathWords.part(part.of(), funnel.plan().breakdown());
    }

    /** The part and the step, counted from 1, that a click tells. */
    public static PartStep partStep(Funnel funnel, String key) {
        var cell = ChartSpec.Cell.of(key);
        var part = funnel.parts().stream()
                .filter(each -> row(funnel, each).equals(cell.row()))
                .findFirst()
                .orElseThrow();
        return new PartStep(part, 2 + later(funnel).indexOf(cell.column()));
    }

    /** Those of a part who took a step, counted from 1. */
    public record PartStep(Part part, int step) {}
}
