package corymb.ui.segments;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.feature.Histogram;
import corymb.rule.RandomEvents;
import corymb.rule.RandomRules;
import corymb.rule.Rule;
import corymb.rule.RuleParser;
import corymb.rule.RuleText;
import corymb.rule.Terms;
import corymb.stats.Seed;
import corymb.table.ColumnType;
import corymb.table.Field;
import corymb.table.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartTest {
    private static final Terms TERMS = terms();

    private static Terms terms() {
        var random = new Seed(1).generator();
        var people = RandomRules.table(random, 1).schema();
        var events =
                new ArrayList<>(RandomEvents.of(random, 1, 1).table().schema().fields());
        events.add(new Field("hour", ColumnType.INTEGER));
        events.add(new Field("weekday", ColumnType.INTEGER));
        return new Terms(people, new Schema(events), Set.of("Friends"));
    }

    private static FieldChoice choice(Field field) {
        return new FieldChoice(field, field.name(), new Histogram(List.of()));
    }

    private static List<Topic> topics() {
        var topics = new ArrayList<Topic>();
        var deeds = new Topic.Deeds(
                List.of("purchase"),
                TERMS.events().fields().stream().map(PartTest::choice).toList());
        topics.add(deeds);
        topics.add(new Topic.Order(deeds));
        topics.add(new Topic.Worth(
                deeds, List.of(choice(TERMS.events().find("value").orElseThrow()))));
        topics.add(new Topic.Membership(List.of("Friends")));
        topics.add(new Topic.Likeness(
                List.of("Friends"), List.of(choice(TERMS.fields().fields().get(1))), List.of("visits")));
        TERMS.fields().fields().forEach(field -> topics.add(choice(field)));
        topics.add(1, new Topic.Listed());
        topics.add(new Topic.Words(TERMS));
        return topics;
    }

    /** Whatever a rule says, the clicks that show it say it too. */
    @Test
    void clicksSayTheRuleTheyWereMadeOf() {
        var random = new Seed(23).generator();
        var topics = topics();
        for (int round = 0; round < 2_000; round++) {
            var rule = RandomEvents.rule(random, 3);
            assertThat(Part.of(rule, topics).rule()).as(RuleText.of(rule)).contains(rule);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "visits >= 3",
                "visits > 3 and visits < 9",
                "visits between 2 and 4",
                "city in (\"a\", \"b\")",
                "city not in (\"a\", \"b\")",
                "city not contains \"x\"",
                "city not includes \"x\"",
                "city is missing",
                "member = true",
                "born in the last 30 days",
                "born more than 400 days ago",
                "born before 2026-01-31",
                "did \"purchase\" at least 2 times in the last 30 days",
                "did not \"purchase\"",
                "did \"purchase\" where (item_id = \"tent\") in the last 30 days",
                "did \"purchase\" where (item_id = \"tent\" and value > 20 and item_id not in (\"a\", \"b\"))",
                "not in segment \"Friends\"",
                "customer_id in (\"c1\", \"c2\")",
                "sum of value of \"purchase\" in the last 90 days > 200",
                "mean of value of \"purchase\" in one session >= 20",
                "did \"view\" at least 5 times in one session in the last 7 days",
                "did \"cart\" then \"purchase\" within 3 days in the last 30 days",
                "did \"cart\" without \"purchase\" in the same session",
                "did \"view\" within 10 minutes before leaving",
                "among 50 most like segment \"Friends\" by (visits)"
            })
    void whatMarketersAskNeedsNoText(String text) {
        assertThat(conditions(Part.of(RuleParser.require(text), topics())))
                .isNotEmpty()
                .noneMatch(TextCondition.class::isInstance);
    }

    private static Stream<Condition> conditions(Part part) {
        return switch (part) {
            case Part.One(var condition) -> Stream.of(condition);
            case Part.Group group -> group.parts().stream().flatMap(PartTest::conditions);
        };
    }

    @Test
    void whatIsNotCompleteDoesNotCountYet() {
        var field = choice(TERMS.fields().fields().get(1));
        List<Part> parts = List.of(
                new Part.One(new FieldCondition(field.field(), Ask.AT_LEAST, "3", "")),
                new Part.One(new FieldCondition(field.field(), Ask.AT_MOST, "", "")),
                new Part.One(new TextCondition("nonsense =", TERMS)));
        assertThat(new Part.Group(Joined.FEWER, 9, parts).rule())
                .contains(new Rule.Not(RuleParser.require("visits >= 3")));
        assertThat(new Part.Group(Joined.ALL, 1, parts.subList(1, 3)).rule()).isEqualTo(Optional.empty());
    }

    @Test
    void aConditionOnWhatIsGoneStaysAndSaysSo() {
        var gone = RuleParser.require("visits >= 3 and gone > 3");
        assertThat(Part.of(gone, topics()).rule()).contains(gone);
        assertThat(conditions(Part.of(gone, topics())).toList().getLast())
                .isInstanceOfSatisfying(
                        TextCondition.class,
                        condition -> assertThat(condition.fault()).contains("gone"));
    }
}
