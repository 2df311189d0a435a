package corymb.ui.segments;

import corymb.chart.Numbers;
import corymb.chart.RuleWords;
import corymb.rule.Rule;
import corymb.rule.RuleDifference;
import corymb.rule.RuleDifference.Condition;
import corymb.rule.RuleDifference.Edit;
import corymb.rule.RuleDifference.Joining;
import corymb.rule.RuleText;
import corymb.sql.Expression.Constant;
import corymb.sql.Expression.TextConstant;
import corymb.ui.kit.Texts;
import java.util.List;
import java.util.stream.Collectors;

/** What an edit did to a rule, as a marketer would say it. */
record EditWords(RuleWords rules) {
    private static final int MOST_VALUES = 8;
    private static final int MOST_LETTERS = 400;

    /** A line for each thing that was done; one that says so where only the wording is another. */
    List<String> of(RuleDifference difference) {
        var lines = difference.edits().stream().map(this::of).toList();
        return lines.isEmpty() ? List.of(Texts.of("segments.versions.same")) : lines;
    }

    private String of(Edit edit) {
        return switch (edit) {
            case RuleDifference.Added(var condition) -> Texts.of("segments.versions.added", joined(condition));
            case RuleDifference.Removed(var condition) ->
                Texts.of("segments.versions.removed", brief(condition.rule()));
            case RuleDifference.Changed(var before, var after) ->
                Texts.of("segments.versions.changed", brief(before), brief(after));
            case RuleDifference.Rejoined(var before, var after) ->
                Texts.of("segments.versions.rejoined", brief(before), brief(after));
            case RuleDifference.Relisted listed -> listed(listed);
        };
    }

    private String joined(Condition condition) {
        var words = brief(condition.rule());
        return condition.joining() == Joining.ALONE
                ? words
                : Texts.of("segments.versions." + condition.joining().name().toLowerCase(java.util.Locale.ROOT), words);
    }

    private String listed(RuleDifference.Relisted listed) {
        var key = listed.removed().isEmpty() ? "listedMore" : listed.added().isEmpty() ? "listedLess" : "listed";
        return Texts.of(
                "segments.versions." + key,
                rules.fields().inSentence(listed.after().field()),
                values(listed.added()),
                values(listed.removed()));
    }

    private static String values(List<Constant> values) {
        if (values.size() > MOST_VALUES) {
            return Texts.of("segments.versions.values", Numbers.local().count(values.size()));
        }
        return values.stream()
                .map(value -> value instanceof TextConstant(var text) ? text : RuleText.of(value))
                .collect(Collectors.joining(", "));
    }

    private String brief(Rule rule) {
        var words = rules.of(rule);
        return words.length() > MOST_LETTERS ? words.substring(0, MOST_LETTERS) + "…" : words;
    }
}
