package corymb.cli;

import corymb.rule.RuleText;
import corymb.segment.Evidence;
import corymb.segment.Possible;
import corymb.segment.RuleFunnel;
import corymb.segment.SmallestChange;
import corymb.segment.Verdict;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a rule says of one customer, and what its conditions do, as lines and as JSON. */
final class VerdictValues {
    /** A whole number as the engine writes it among decimals. */
    private static final Pattern WHOLE = Pattern.compile("^(-?\\d+)\\.0$");

    private VerdictValues() {}

    static Map<String, Object> values(Verdict verdict) {
        return JsonValues.object(
                "rule", RuleText.of(verdict.rule()),
                "holds", verdict.holds(),
                "value", verdict.value(),
                "events",
                        verdict.events()
                                .map(events -> JsonValues.object(
                                        "count", events.count(), "newest", JsonValues.rows(events.rows()))),
                "parts", verdict.parts().stream().map(VerdictValues::values).toList());
    }

    static void describe(Verdict verdict, String indent, Reply reply) {
        reply.line(
                "%s%s %s%s",
                indent,
                verdict.holds() ? "yes" : "no ",
                RuleText.of(verdict.rule()),
                verdict.value()
                        .map(value -> " (it is " + WHOLE.matcher(value).replaceFirst("$1") + ")")
                        .orElse(""));
        verdict.events().ifPresent(events -> describe(events, indent + "    ", reply));
        verdict.parts().forEach(part -> describe(part, indent + "    ", reply));
    }

    private static void describe(Evidence events, String indent, Reply reply) {
        var rows = events.rows();
        for (int row = 0; row < rows.rowCount(); row++) {
            int shown = row;
            reply.line(
                    "%s%s",
                    indent,
                    rows.columns().stream()
                            .map(column -> column.isMissing(shown) ? "–" : column.text(shown))
                            .collect(Collectors.joining(" · ")));
        }
        long more = events.count() - rows.rowCount();
        if (more > 0) {
            reply.line("%sand %,d before", indent, more);
        }
    }

    static List<Object> values(List<SmallestChange> changes) {
        return changes.stream()
                .<Object>map(change -> change.steps().stream()
                        .map(step -> JsonValues.object(
                                "of", of(step.subject()),
                                "is", words(step.from()),
                                "wouldBe", words(step.to())))
                        .toList())
                .toList();
    }

    static void describe(List<SmallestChange> changes, boolean isMember, Reply reply) {
        changes.forEach(change -> reply.line(
                "Would be %s with %s.",
                isMember ? "out" : "in",
                change.steps().stream().map(VerdictValues::words).collect(Collectors.joining(" and "))));
    }

    private static String words(SmallestChange.Step step) {
        return step.to() instanceof Possible.Fact(boolean holds)
                ? (holds ? "" : "not ") + of(step.subject())
                : of(step.subject()) + " " + words(step.to()) + " instead of " + words(step.from());
    }

    private static String of(SmallestChange.Subject subject) {
        return switch (subject) {
            case SmallestChange.OfField(var field) -> RuleText.field(field);
            case SmallestChange.OfEvents(var figure) -> RuleText.of(figure);
            case SmallestChange.OfWhole(var condition) -> RuleText.of(condition);
        };
    }

    private static String words(Possible possible) {
        return switch (possible) {
            case Possible.Value(var constant) -> RuleText.of(constant);
            case Possible.Nothing _ -> "missing";
            case Possible.SomethingElse _ -> "something else";
            case Possible.Fact(boolean holds) -> holds ? "true" : "false";
        };
    }

    static List<Object> values(RuleFunnel funnel) {
        return funnel.steps().stream()
                .map(step -> (Object) JsonValues.object(
                        "rule", RuleText.of(step.rule()),
                        "alone", step.alone(),
                        "together", step.together(),
                        "onlyThis", step.onlyThis()))
                .toList();
    }

    static void describe(RuleFunnel funnel, Reply reply) {
        reply.line("%,d customers", funnel.population());
        funnel.steps()
                .forEach(step -> reply.line(
                        funnel.narrows()
                                ? "  %,10d left  by %s (met by %,d; %,d more without it)"
                                : "  %,10d in    by %s (met by %,d; %,d fewer without it)",
                        step.together(),
                        RuleText.of(step.rule()),
                        step.alone(),
                        step.onlyThis()));
    }
}
