package corymb.cli;

import corymb.chart.Numbers;
import corymb.chart.PathWords;
import corymb.path.Funnel;
import corymb.path.Funnel.Part;
import corymb.path.Funnel.Took;
import corymb.path.Leaving;
import corymb.path.Steps;
import corymb.rule.RuleText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A funnel as JSON and in words. */
final class FunnelValues {
    private FunnelValues() {}

    static Reply of(Funnel funnel, List<Leaving> leaving) {
        var steps = funnel.plan().steps();
        var reply = new Reply()
                .key("order", steps.order())
                .key("within", steps.link().words())
                .key(
                        "steps",
                        IntStream.range(0, steps.count())
                                .mapToObj(step -> step(funnel, step))
                                .toList())
                .key("timeToConvert", values(funnel.whole()))
                .key(
                        "parts",
                        funnel.parts().stream()
                                .map(part -> values(part, funnel))
                                .toList())
                .key("leaving", leaving.stream().map(FunnelValues::values).toList());
        for (int step = 0; step < steps.count(); step++) {
            reply.line("%s", line(funnel, step));
        }
        describe(funnel, reply);
        leaving.forEach(left -> reply.line("%s", line(left, steps)));
        return reply;
    }

    private static Map<String, Object> step(Funnel funnel, int step) {
        boolean isLast = step == funnel.plan().steps().count() - 1;
        return JsonValues.object(
                "step",
                step + 1,
                "events",
                RuleText.ofEvents(funnel.plan().steps().rules().get(step)),
                "people",
                funnel.reached().get(step),
                "shareOfFirst",
                funnel.ofAll(step).value(),
                "shareOfBefore",
                funnel.ofBefore(step).value(),
                "left",
                isLast ? Optional.empty() : funnel.left(step),
                "timeFromBefore",
                step == 0 ? Optional.empty() : values(funnel.times().get(step - 1)));
    }

    private static Map<String, Object> values(Took took) {
        return JsonValues.object(
                "people",
                took.people(),
                "firstQuartileSeconds",
                took.quartiles().map(Funnel.Quartiles::first),
                "medianSeconds",
                took.quartiles().map(Funnel.Quartiles::median),
                "thirdQuartileSeconds",
                took.quartiles().map(Funnel.Quartiles::third),
                "distribution",
                IntStream.range(0, took.bins().size())
                        .mapToObj(bin -> bin(took, bin))
                        .toList());
    }

    private static Map<String, Object> bin(Took took, int bin) {
        return JsonValues.object(
                "upToSeconds",
                bin < Funnel.BOUNDS.size() ? Funnel.BOUNDS.get(bin).toSeconds() : Optional.empty(),
                "people",
                took.bins().get(bin));
    }

    private static Map<String, Object> values(Part part, Funnel funnel) {
        var kind = part.of().getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
        return JsonValues.object(
                "part", PathWords.part(part.of(), funnel.plan().breakdown()), "kind", kind, "people", part.reached());
    }

    private static Map<String, Object> values(Leaving left) {
        return JsonValues.object(
                "step",
                left.step(),
                "people",
                left.people(),
                "next",
                left.next().stream()
                        .map(next -> JsonValues.object("type", next.type(), "people", next.people()))
                        .toList(),
                "others",
                left.others(),
                "nothing",
                left.nothing(),
                "notYet",
                left.notYet());
    }

    private static String line(Funnel funnel, int step) {
        var numbers = Numbers.local();
        var words = "%s: %s customers"
                .formatted(
                        PathWords.step(funnel.plan().steps(), step + 1),
                        numbers.count(funnel.reached().get(step)));
        if (step == 0) {
            return words;
        }
        var took = funnel.times().get(step - 1).quartiles();
        return words
                + ", %s of the first step, %s of the step before%s"
                        .formatted(
                                numbers.percent(funnel.ofAll(step).value()),
                                numbers.percent(funnel.ofBefore(step).value()),
                                took.map(times -> ", after " + PathWords.time(times.median()) + " (median)")
                                        .orElse(""));
    }

    private static void describe(Funnel funnel, Reply reply) {
        funnel.whole()
                .quartiles()
                .ifPresent(times -> reply.line(
                        "The whole way takes half of them %s or less, a quarter %s or less, three quarters %s or less.",
                        PathWords.time(times.median()), PathWords.time(times.first()), PathWords.time(times.third())));
        funnel.parts()
                .forEach(part -> reply.line(
                        "  %s: %s",
                        PathWords.part(part.of(), funnel.plan().breakdown()),
                        part.reached().stream().map(Numbers.local()::count).collect(Collectors.joining(" > "))));
    }

    private static String line(Leaving left, Steps steps) {
        var numbers = Numbers.local();
        return "Of the %s who left after step %d, next came: %s."
                .formatted(
                        numbers.count(left.people()),
                        left.step(),
                        left.did().stream()
                                .map(did -> PathWords.after(did.after(), steps, left.step()) + " "
                                        + numbers.count(did.people()))
                                .collect(Collectors.joining(", ")));
    }
}
