package corymb.rule;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.rule.RuleDifference.Added;
import corymb.rule.RuleDifference.Changed;
import corymb.rule.RuleDifference.Condition;
import corymb.rule.RuleDifference.Edit;
import corymb.rule.RuleDifference.Joining;
import corymb.rule.RuleDifference.Rejoined;
import corymb.rule.RuleDifference.Relisted;
import corymb.rule.RuleDifference.Removed;
import corymb.stats.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RuleDifferenceTest {
    private static final int RULES = 3_000;

    private static List<Edit> edits(String before, String after) {
        return RuleDifference.between(RuleParser.require(before), RuleParser.require(after))
                .edits();
    }

    private static Condition condition(String rule, Joining joining) {
        return new Condition(RuleParser.require(rule), joining);
    }

    @Test
    void tellsWhatWasAddedRemovedAndChanged() {
        assertThat(edits(
                        "monetary > 200 and country = \"DE\" and recency_days < 30",
                        "monetary > 150 and recency_days < 30 and did \"purchase\""))
                .containsExactly(
                        new Changed(RuleParser.require("monetary > 200"), RuleParser.require("monetary > 150")),
                        new Removed(condition("country = \"DE\"", Joining.ALL)),
                        new Added(condition("did \"purchase\"", Joining.ALL)));
    }

    @Test
    void aConditionThatIsTurnedRoundAsksAboutTheSame() {
        assertThat(edits("in segment \"A\"", "not in segment \"A\""))
                .containsExactly(new Changed(
                        RuleParser.require("in segment \"A\""), RuleParser.require("not in segment \"A\"")));
        assertThat(edits(
                        "did \"purchase\" in the last 30 days",
                        "did \"purchase\" at least 2 times in the last 60 days"))
                .singleElement()
                .isInstanceOf(Changed.class);
    }

    @Test
    void tellsTheValuesThatCameToAListAndWentFromIt() {
        assertThat(edits("country in (\"DE\", \"AT\")", "country in (\"AT\", \"CH\", \"FR\")"))
                .singleElement()
                .isInstanceOfSatisfying(Relisted.class, listed -> {
                    assertThat(listed.added().stream().map(RuleText::of)).containsExactly("\"CH\"", "\"FR\"");
                    assertThat(listed.removed().stream().map(RuleText::of)).containsExactly("\"DE\"");
                });
    }

    @Test
    void tellsHowConditionsAreJoined() {
        assertThat(edits("a = 1 and b = 2", "a = 1 or b = 2")).singleElement().isInstanceOf(Rejoined.class);
        assertThat(edits("a = 1 and (b = 2 or c = 3)", "a = 1 and b = 2 or c = 3"))
                .singleElement()
                .isInstanceOf(Rejoined.class);
        assertThat(edits("a = 1", "a = 1 or b = 2")).containsExactly(new Added(condition("b = 2", Joining.ANY)));
        assertThat(edits("at least 2 of (a = 1, b = 2, c = 3)", "at least 2 of (a = 1, b = 2, c = 3, d = 4)"))
                .containsExactly(new Added(condition("d = 4", Joining.SOME)));
        assertThat(edits("at least 2 of (a = 1, b = 2, c = 3)", "at least 1 of (a = 1, b = 2, c = 3)"))
                .singleElement()
                .isInstanceOf(Rejoined.class);
    }

    @Test
    void neitherOrderNorParenthesesAreADifference() {
        assertThat(edits("a = 1 and (b = 2 or c = 3)", "(c = 3 or b = 2) and a = 1"))
                .isEmpty();
        assertThat(edits("at least 1 of (a = 1, b = 2)", "b = 2 or a = 1")).isEmpty();
        assertThat(edits("country in (\"DE\", \"AT\")", "country in (\"AT\", \"DE\")"))
                .isEmpty();
        assertThat(edits("a = 1 and (b = 2 and c = 3)", "a = 1 and b = 2 and c = 3"))
                .isEmpty();
    }

    @Test
    void whatIsAddedToAnyRuleIsAllThatDiffers() {
        var random = new Seed(5).generator();
        var added = RuleParser.require("`of its own` is missing");
        for (int i = 0; i < RULES; i++) {
            var rule = i % 2 == 0 ? RandomRules.rule(random, 3) : RandomEvents.rule(random, 3);
            assertThat(RuleDifference.between(rule, rule).edits()).isEmpty();
            var parts = new ArrayList<>(rule instanceof Rule.All all ? all.rules() : List.of(rule));
            parts.add(random.nextInt(parts.size() + 1), added);
            var longer = new Rule.All(parts);
            var condition = new Condition(added, Joining.ALL);
            assertThat(RuleDifference.between(rule, longer).edits()).containsExactly(new Added(condition));
            assertThat(RuleDifference.between(longer, rule).edits()).containsExactly(new Removed(condition));
        }
    }

    @Test
    void theConditionsOfBeforeWithTheEditsAreThoseOfNow() {
        var random = new Seed(6).generator();
        for (int i = 0; i < RULES; i++) {
            var before = RandomEvents.rule(random, 3);
            var after = RandomEvents.rule(random, 3);
            var conditions = new ArrayList<>(conditions(before));
            for (var edit : RuleDifference.between(before, after).edits()) {
                switch (edit) {
                    case Added(var condition) -> conditions.add(condition.rule());
                    case Removed(var condition) ->
                        assertThat(conditions.remove(condition.rule())).isTrue();
                    case Changed(var was, var is) -> replace(conditions, was, is);
                    case Relisted(var was, var is) -> replace(conditions, was, is);
                    case Rejoined _ -> {}
                }
            }
            assertThat(conditions.stream().map(RuleDifferenceTest::text))
                    .containsExactlyInAnyOrderElementsOf(conditions(after).stream()
                            .map(RuleDifferenceTest::text)
                            .toList());
        }
    }

    /** The order of a list's values does not count. */
    private static String text(Rule rule) {
        return rule instanceof Rule.OneOf list
                ? list.field()
                        + new TreeSet<>(list.values().stream().map(RuleText::of).toList())
                : RuleText.of(rule);
    }

    private static void replace(List<Rule> conditions, Rule was, Rule is) {
        assertThat(conditions.remove(was)).isTrue();
        conditions.add(is);
    }

    private static List<Rule> conditions(Rule rule) {
        return rule instanceof Rule.Not || rule.parts().isEmpty()
                ? List.of(rule)
                : rule.parts().stream()
                        .flatMap(part -> conditions(part).stream())
                        .toList();
    }
}
