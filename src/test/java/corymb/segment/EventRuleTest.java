package corymb.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import corymb.feature.EventSources;
import corymb.rule.Moment;
import corymb.rule.ParsedRule;
import corymb.rule.RandomEvents;
import corymb.rule.Rule;
import corymb.rule.RuleParser;
import corymb.rule.RuleText;
import corymb.sql.DuckDbEngine;
import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.stats.Seed;
import corymb.table.Table;
import corymb.table.Zone;
import corymb.work.Failure;
import corymb.work.Problem;
import corymb.work.Progress;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventRuleTest {
    private static final Instant NOW = Instant.parse("2026-04-02T00:00:00Z");

    private static final int WORLDS = 2;
    /** Asked of twenty people each, in the zones together 12,000 answers. */
    private static final int RULES = 50;

    private static final int BATCH = 25;

    private final Engine engine = DuckDbEngine.open();

    @AfterEach
    void close() {
        engine.close();
    }

    private Population shop() {
        var people = engine.create(
                "people",
                Sql.of(
                        "select * from (values ('ada', date '1990-05-01'), ('bob', date '2026-03-20'), ('cy', null), ('dee', null))"
                                + " t(customer_id, joined)"),
                Progress.NONE);
        var events = engine.create(
                "events",
                Sql.of("select * from (values"
                        + " ('ada', timestamp '2026-04-01 10:00:00', 'cart', 'tent', 120.0, 's1'),"
                        + " ('ada', timestamp '2026-04-01 10:20:00', 'purchase', 'tent', 120.0, 's1'),"
                        + " ('ada', timestamp '2026-02-01 10:00:00', 'purchase', 'rope', 30.0, 's0'),"
                        + " ('bob', timestamp '2026-03-31 23:00:00', 'cart', 'rope', 30.0, 's2'),"
                        + " ('bob', timestamp '2026-04-01 23:30:00', 'purchase', 'rope', 30.0, 's3'),"
                        + " ('cy', timestamp '2026-04-01 23:50:00', 'cart', 'tent', 120.0, 's4'),"
                        + " ('cy', timestamp '2026-04-02 00:00:00', 'purchase', 'tent', 120.0, 's4'))"
                        + " t(customer_id, \"timestamp\", type, item_id, value, session_id)"),
                Progress.NONE);
        var friends = engine.create("friends", Sql.of("select 'bob' as customer_id"), Progress.NONE);
        return Population.of(people, NOW)
                .doing(new EventSources(List.of(events), List.of()))
                .in(Map.of("Friends", friends));
    }

    private List<String> members(Population population, Rule rule) {
        var table = engine.table(Segmentation.members(population, rule).then(" order by 1"), Progress.NONE);
        return IntStream.range(0, table.rowCount())
                .mapToObj(row -> table.text(row, "customer_id"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            did "purchase"                                                    | ada bob
            did not "purchase"                                                | cy dee
            did "purchase" at least 2 times                                   | ada
            did "purchase" exactly 1 time in the last 30 days                 | ada bob
            did "purchase" at most 1 time                                     | bob cy dee
            did event where (item_id = "tent" and value > 100)                | ada cy
            did "purchase" where (item_id = "rope") in the last day           | bob
            did "purchase" from 2026-02-01 to 2026-02-01                      | ada
            did "purchase" in the first 1 day of a customer                   | ada
            did "cart" then "purchase" within 30 minutes                      | ada
            did "cart" then "purchase" within 2 days                          | ada bob
            did "cart" then "purchase" in the same session                    | ada
            did "cart" without "purchase" in the same session                 | bob cy
            did "cart" without "purchase" within 10 minutes                   | ada bob cy
            did "cart" without "purchase" within 1 hour                       | bob
            did event at least 2 times in one session                         | ada
            did event fewer than 2 times in one session                       | ada bob cy
            sum of value of event in one session in the last 30 days > 150    | ada
            mean of value of "cart" in one session < 100                      | bob
            did "cart" within 20 minutes before leaving                       | ada bob cy
            did "cart" within 19 minutes before leaving                       | bob cy
            did not "cart" within 1 hour before leaving                       | dee
            did "purchase" within 1 minute before leaving in the last day     | ada bob
            did "cart" within 1 minute before leaving in the first 1 day of a customer | bob cy
            sum of value of "purchase" in the last 30 days > 100              | ada
            maximum of value of event where (type = "cart") < 100             | bob
            last of item_id of event = "rope"                                 | bob
            count of item_id of event != 3                                    | bob cy dee
            active_days of event >= 2                                         | ada bob
            in segment "Friends"                                              | bob
            not in segment "Friends"                                          | ada cy dee
            at least 2 of (did "cart", did "purchase", in segment "Friends")  | ada bob
            joined in the last 30 days                                        | bob
            joined not in the last 2 weeks                                    | ada cy dee
            joined in the 2 weeks up to 1 week before                         | bob
            joined more than 12 months ago                                    | ada
            not joined more than 1 day ago                                    | cy dee
            """)
    void findsWhoDidWhat(String text, String members) {
        var rule = RuleParser.require(text);
        assertThat(String.join(" ", members(shop(), rule))).isEqualTo(members);
        assertThat(RuleParser.parse(RuleText.of(rule))).isEqualTo(new ParsedRule.Parsed(rule));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            did "purchase" where (colour = "red")      | There is no field “colour”.
            sum of colour of event > 3                 | Events have no column “colour”.
            sum of type of event > 3                   | The column “type” holds no numbers.
            first of type of event > 3                 | What is asked for is one of texts, not 3.
            in segment "Freinds"                       | There is no segment “Freinds”.
            email contains "@gmail"                    | “email” is personal data, which rules do not ask for.
            customer_id in the last 3 days             | The field “customer_id” holds texts, not dates.
            """)
    void saysWhatDoesNotFit(String text, String problem) {
        assertThat(RuleParser.require(text).check(shop().terms()))
                .extracting(Problem::what)
                .containsExactly(problem);
    }

    @Test
    void guessesAtNamesThatHaveAWordInCommon() {
        assertThat(RuleParser.require("did \"purchase\" where (session = \"s1\")")
                        .check(shop().terms()))
                .extracting(Problem::remedy)
                .containsExactly("Did you mean session_id?");
    }

    @Test
    void saysWhereNothingIsKnownOfEvents() {
        var people = engine.create("people", Sql.of("select 'a' as customer_id"), Progress.NONE);
        assertThat(RuleParser.require("did \"purchase\" or did \"cart\" then \"view\" within 1 day")
                        .check(Population.of(people, NOW).terms()))
                .extracting(Problem::what)
                .containsExactly(
                        "Nothing is known here of what customers did.", "Nothing is known here of what customers did.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            did "purchase" at least times              | At character 25: Expected a number, but there is “times”.
            did "a" then "b" within 3 apples           | At character 27: Expected “minutes”, “hours”, “days” or “weeks”, but there is “apples”.
            did "a" in the last 0 days                 | At character 27: A window lasts from 1 to 40000 days, weeks or months, not 0.
            last of value of event in one session = 3  | At character 42: Of one session the count, sum, mean, minimum or maximum can be asked for.
            trend of event > 1                         | At character 16: A trend needs a window with a start and at least two full weeks.
            at least 3 of (monetary > 1, city = "x")   | At character 41: Of 2 rules, 3 cannot hold.
            did                                        | At character 4: Expected “event” or a type of event in quotes, but the rule ends.
            """)
    void saysWhereTheTextStopsMakingSense(String text, String message) {
        assertThat(RuleParser.parse(text))
                .isInstanceOfSatisfying(
                        ParsedRule.Malformed.class,
                        malformed -> assertThat(malformed.message()).isEqualTo(message));
    }

    @Test
    void leavesItsWordsToFields() {
        for (var field : List.of("did", "at", "sum", "event", "then", "last", "of", "segment", "more")) {
            assertThat(RuleParser.require(field + " = 3").fields()).containsExactly(field);
            assertThat(RuleParser.require(field + " not in (3)").fields()).containsExactly(field);
        }
    }

    /**
     * Rules of every kind, evaluated by the engine and row by row, for projects in zones most of whose clocks change in these days, on
     * machines in others.
     */
    @ParameterizedTest
    @CsvSource({
        "UTC,                 UTC",
        "UTC,                 Europe/Berlin",
        "UTC,                 Australia/Lord_Howe",
        "Europe/Berlin,       UTC",
        "Asia/Beirut,         Asia/Jerusalem",
        "Asia/Kolkata,        Europe/Berlin",
        "Atlantic/Azores,     Pacific/Kiritimati",
        "Australia/Lord_Howe, UTC",
        "Australia/Sydney,    America/New_York",
        "Pacific/Chatham,     UTC",
        "America/Los_Angeles, Asia/Jerusalem"
    })
    void agreesWithEvaluatingEveryEvent(String zone, String machine) {
        var usual = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(machine));
        try {
            var random = new Seed((zone + machine).hashCode()).generator();
            for (int world = 0; world < (zone.equals("UTC") ? WORLDS : 1); world++) {
                agreesWithEvaluatingEveryEvent(random, zone);
            }
        } finally {
            TimeZone.setDefault(usual);
        }
    }

    private void agreesWithEvaluatingEveryEvent(RandomGenerator random, String zone) {
        var people = RandomEvents.people(random, 20);
        var happened = RandomEvents.of(random, 22, 250).in(ZoneId.of(zone));
        var population = population(people, happened);
        for (int round = 0; round < RULES / BATCH; round++) {
            var rules = Stream.generate(() -> RandomEvents.rule(random, 2))
                    .limit(BATCH)
                    .toList();
            rules.forEach(rule -> assertThat(rule.check(population.terms()))
                    .as(RuleText.of(rule))
                    .isEmpty());
            var answers = engine.table(
                    Sql.of("select * from (")
                            .then(new RuleQuery(population).answers(rules))
                            .then(") order by length(customer_id), customer_id"),
                    Progress.NONE);
            for (int i = 0; i < rules.size(); i++) {
                var rule = rules.get(i);
                var held = answers.numbers(RuleQuery.holds(i));
                for (int row = 0; row < people.rowCount(); row++) {
                    assertThat(held.get(row) == 1)
                            .as("%s of %s", RuleText.of(rule), people.text(row, "customer_id"))
                            .isEqualTo(happened.holds(rule, people, row));
                }
            }
        }
        var rule = RandomEvents.rule(random, 3);
        assertThat(members(population, rule))
                .as(RuleText.of(rule))
                .isEqualTo(IntStream.range(0, people.rowCount())
                        .filter(row -> happened.holds(rule, people, row))
                        .mapToObj(row -> people.text(row, "customer_id"))
                        .sorted()
                        .toList());
    }

    private static Moment moment(RandomEvents happened) {
        return new Moment(happened.asOf(), new Zone(happened.zone().getId()));
    }

    private Population population(Table people, RandomEvents happened) {
        return Population.of(engine.fill("people", people, Progress.NONE), moment(happened))
                .doing(new EventSources(List.of(engine.fill("events", happened.table(), Progress.NONE)), List.of()));
    }

    @Test
    void saysWhyOrWhyNotPartByPart() {
        var rule = RuleParser.require(
                "did \"purchase\" at least 2 times and (in segment \"Friends\" or not joined more than 12 months ago)");
        var verdict = Verdict.of(engine, shop(), rule, "ada", Progress.NONE);
        assertThat(verdict.holds()).isFalse();
        assertThat(verdict.parts()).extracting(Verdict::holds).containsExactly(true, false);
        assertThat(verdict.parts().getFirst().value()).contains("2");
        var joined = verdict.parts().getLast().parts().getLast();
        assertThat(joined.holds()).isFalse();
        assertThat(joined.parts().getFirst().value()).contains("1990-05-01");
    }

    @Test
    void showsTheEventsThatAConditionLooksAt() {
        var events = evidence("did \"purchase\" where (item_id = \"tent\") in the last 90 days");
        assertThat(events.count()).isEqualTo(1);
        assertThat(events.rows().schema().names()).containsExactly("timestamp", "type", "item_id");
        assertThat(events.rows().text(0, "timestamp")).startsWith("2026-04-01").contains("10:20");
        assertThat(evidence("sum of value of \"purchase\" > 5").count()).isEqualTo(2);
        assertThat(evidence("did \"cart\" then \"purchase\" in the same session")
                        .rows()
                        .schema()
                        .names())
                .containsExactly("timestamp", "type", "session_id");
        assertThat(evidence("did \"cart\" without \"purchase\" within 10 minutes in the last 3 days")
                        .count())
                .isEqualTo(2);
        assertThat(evidence("did \"purchase\" in the first 1 day of a customer").count())
                .isEqualTo(1);
        assertThat(evidence("did \"view\" within 5 minutes before leaving").count())
                .isZero();
    }

    private Evidence evidence(String rule) {
        return Verdict.of(engine, shop(), RuleParser.require(rule), "ada", Progress.NONE)
                .events()
                .orElseThrow();
    }

    /** Part by part the answer for each person is that of the whole rule. */
    @Test
    void everyVerdictAgreesWithTheMembers() {
        var random = new Seed(17).generator();
        var people = RandomEvents.people(random, 12);
        var happened = RandomEvents.of(random, 14, 120);
        var population = population(people, happened);
        for (int round = 0; round < 20; round++) {
            var rule = RandomEvents.rule(random, 2);
            var met = IntStream.range(0, people.rowCount())
                    .mapToObj(row -> people.text(row, "customer_id"))
                    .filter(id -> Verdict.of(engine, population, rule, id, Progress.NONE)
                            .holds())
                    .sorted()
                    .toList();
            assertThat(met).as(RuleText.of(rule)).isEqualTo(members(population, rule));
        }
    }

    @Test
    void saysWhereNobodyHasTheId() {
        var population = shop();
        assertThatThrownBy(() -> Verdict.of(engine, population, new Rule.Everyone(), "zoe", Progress.NONE))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("zoe");
    }

    @Test
    void readsBackEveryRuleItWrites() {
        var random = new Seed(12).generator();
        for (int round = 0; round < 5_000; round++) {
            var rule = RandomEvents.rule(random, 3);
            assertThat(RuleParser.parse(RuleText.of(rule))).isEqualTo(new ParsedRule.Parsed(rule));
        }
    }
}
