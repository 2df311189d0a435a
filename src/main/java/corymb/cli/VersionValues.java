package corymb.cli;

import corymb.project.RuleVersion;
import corymb.project.SegmentLedger;
import corymb.rule.Rule;
import corymb.rule.RuleDifference;
import corymb.rule.RuleDifference.Edit;
import corymb.rule.RuleText;
import corymb.sql.Expression.Constant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The versions of a segment's rule, as lines and as JSON. */
final class VersionValues {
    private static final int MOST_LETTERS = 200;

    private VersionValues() {}

    static Reply of(SegmentLedger ledger) {
        var versions = ledger.rules();
        var reply = new Reply()
                .key("name", ledger.now().value().name())
                .key("versions", versions.stream().map(VersionValues::values).toList());
        versions.forEach(version -> describe(version, reply));
        return reply;
    }

    private static void describe(RuleVersion version, Reply reply) {
        var made = version.made();
        reply.line(
                "%d  %s: %,d customers%s",
                version.number(),
                made.at(),
                made.value().count(),
                version.isFirst()
                        ? " by " + brief(made.value().plan().rule())
                        : ", %,d came in and %,d went out by the edit"
                                .formatted(
                                        version.moved().entered(),
                                        version.moved().left()));
        var edits = version.difference().edits();
        edits.forEach(edit -> reply.line("     %s", words(edit)));
        if (edits.isEmpty() && !version.isFirst()) {
            reply.line(
                    "     asks for the same in other words: %s",
                    brief(made.value().plan().rule()));
        }
    }

    private static Map<String, Object> values(RuleVersion version) {
        var made = version.made();
        return JsonValues.object(
                "version", version.number(),
                "at", made.at(),
                "rule", made.value().plan().ruleText(),
                "members", made.value().count(),
                "entered", version.moved().entered(),
                "left", version.moved().left(),
                "causes",
                        made.value().moves().latest().stream()
                                .map(SegmentMoves::values)
                                .toList(),
                "changes",
                        version.difference().edits().stream()
                                .map(VersionValues::values)
                                .toList());
    }

    private static Map<String, Object> values(Edit edit) {
        return switch (edit) {
            case RuleDifference.Added(var condition) -> values("added", condition);
            case RuleDifference.Removed(var condition) -> values("removed", condition);
            case RuleDifference.Changed(var before, var after) -> values("changed", before, after);
            case RuleDifference.Rejoined(var before, var after) -> values("joined", before, after);
            case RuleDifference.Relisted listed ->
                JsonValues.object(
                        "change",
                        "listed",
                        "before",
                        RuleText.of(listed.before()),
                        "after",
                        RuleText.of(listed.after()),
                        "added",
                        texts(listed.added()),
                        "removed",
                        texts(listed.removed()));
        };
    }

    private static Map<String, Object> values(String change, RuleDifference.Condition condition) {
        return JsonValues.object(
                "change",
                change,
                "condition",
                RuleText.of(condition.rule()),
                "joined",
                condition.joining().name().toLowerCase(Locale.ROOT));
    }

    private static Map<String, Object> values(String change, Rule before, Rule after) {
        return JsonValues.object("change", change, "before", RuleText.of(before), "after", RuleText.of(after));
    }

    private static List<String> texts(List<Constant> values) {
        return values.stream().map(RuleText::of).toList();
    }

    private static String words(Edit edit) {
        return switch (edit) {
            case RuleDifference.Added(var condition) ->
                "added:   " + word(condition.joining()) + brief(condition.rule());
            case RuleDifference.Removed(var condition) -> "removed: " + brief(condition.rule());
            case RuleDifference.Changed(var before, var after) -> "changed: " + brief(before) + " → " + brief(after);
            case RuleDifference.Rejoined(var before, var after) ->
                "joined otherwise: " + brief(before) + " → " + brief(after);
            case RuleDifference.Relisted listed ->
                "changed: %s, %s added, %s removed"
                        .formatted(
                                RuleText.field(listed.after().field()), brief(listed.added()), brief(listed.removed()));
        };
    }

    private static String word(RuleDifference.Joining joining) {
        return switch (joining) {
            case ALONE -> "";
            case ALL -> "and ";
            case ANY -> "or ";
            case SOME -> "one of several, ";
        };
    }

    private static String brief(List<Constant> values) {
        return values.isEmpty() ? "none" : brief(String.join(", ", texts(values)));
    }

    private static String brief(Rule rule) {
        return brief(RuleText.of(rule));
    }

    /** Of a list of customers as much as fits a line. */
    private static String brief(String text) {
        return text.length() > MOST_LETTERS ? text.substring(0, MOST_LETTERS) + "…" : text;
    }
}
