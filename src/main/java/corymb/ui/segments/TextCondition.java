package corymb.ui.segments;

import corymb.rule.ParsedRule;
import corymb.rule.Rule;
import corymb.rule.RuleParser;
import corymb.rule.RuleText;
import corymb.rule.Terms;
import corymb.work.Problem;
import java.util.Optional;

/**
 * A condition in the words of the rule language.
 *
 * @param text as typed
 * @param terms what can be asked about
 */
record TextCondition(String text, Terms terms) implements Condition {
    static TextCondition of(Rule rule, Terms terms) {
        return new TextCondition(RuleText.of(rule), terms);
    }

    /** What it says, be it that it asks for something that is gone: a change elsewhere must not lose it. */
    @Override
    public Optional<Rule> rule() {
        return RuleParser.parse(text) instanceof ParsedRule.Parsed(var rule) ? Optional.of(rule) : Optional.empty();
    }

    /** Why it says no rule, or one that does not fit what there is; empty where it does, or nothing is typed. */
    String fault() {
        return text.isBlank()
                ? ""
                : switch (RuleParser.parse(text)) {
                    case ParsedRule.Malformed malformed -> malformed.message();
                    case ParsedRule.Parsed(var rule) ->
                        rule.check(terms).stream()
                                .findFirst()
                                .map(Problem::line)
                                .orElse("");
                };
    }
}
