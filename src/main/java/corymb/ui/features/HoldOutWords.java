package corymb.ui.features;

import corymb.chart.Axis;
import corymb.chart.Caption;
import corymb.chart.ChartSpec;
import corymb.chart.Numbers;
import corymb.lifetime.HoldOut;
import corymb.lifetime.HoldOut.Group;
import corymb.ui.kit.Texts;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What was foretold of purchases beside what came, as a chart and in words. */
final class HoldOutWords {
    private static final double RIGHT = 0.02;
    private static final double CLOSE = 0.15;

    private HoldOutWords() {}

    static ChartSpec chart(HoldOut held) {
        var numbers = Numbers.local();
        var drawn = Texts.of("features.heldOutDrawn", numbers.prose(held.time()), numbers.count(held.customers()));
        return new ChartSpec.Paths(
                new Caption(finding(held), drawn),
                held.groups().stream().map(HoldOutWords::stop).toList(),
                Axis.of(Texts.of("features.heldOutAxis")),
                List.of(
                        series("features.heldOutActual", 1, held, Group::actual),
                        series("features.heldOutExpected", 0, held, Group::expected)),
                List.of());
    }

    private static String stop(Group group) {
        return Texts.of(
                group.repeats() == HoldOut.MOST_REPEATS ? "features.heldOutMost" : "features.heldOutStop",
                group.repeats());
    }

    private static ChartSpec.Series series(String key, int colour, HoldOut held, ToDoubleFunction<Group> sum) {
        var groups = held.groups();
        return new ChartSpec.Series(
                Texts.of(key),
                colour,
                IntStream.range(0, groups.size())
                        .mapToObj(place -> new ChartSpec.Point(
                                place,
                                sum.applyAsDouble(groups.get(place))
                                        / groups.get(place).customers()))
                        .toList());
    }

    private static String finding(HoldOut held) {
        var numbers = Numbers.local();
        var expected = numbers.count(Math.round(held.expected()));
        if (held.actual() == 0) {
            return Texts.of("features.heldOutNone", expected);
        }
        return Texts.of(
                isRight(held)
                        ? "features.heldOutRight"
                        : held.bias() < 0 ? "features.heldOutFew" : "features.heldOutMany",
                numbers.count(held.actual()),
                expected,
                numbers.percent(Math.abs(held.bias())));
    }

    private static boolean isRight(HoldOut held) {
        return Math.abs(held.bias()) < RIGHT;
    }

    /** What that means for the features that rest on the model. */
    static String meaning(HoldOut held) {
        var numbers = Numbers.local();
        var verdict = Math.abs(held.bias()) < CLOSE
                ? Texts.of("features.heldOutTrusted")
                : Texts.of(held.bias() < 0 ? "features.heldOutTooLow" : "features.heldOutDoubted");
        var together = Double.isNaN(held.correlation())
                ? ""
                : " " + Texts.of("features.heldOutTogether", numbers.fixed(held.correlation(), 2));
        return Texts.of("features.heldOutExplained", numbers.prose(held.meanError())) + together + " " + verdict;
    }
}
