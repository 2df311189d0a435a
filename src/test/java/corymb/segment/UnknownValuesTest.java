package corymb.segment;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.feature.EventSources;
import corymb.rule.RuleParser;
import corymb.sql.DuckDbEngine;
import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.work.Problem;
import corymb.work.Progress;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of customers of DE and CH who looked at tents and ropes and bought some; one has no country. */
class UnknownValuesTest {
    private final Engine engine = DuckDbEngine.open();
    private final Population people = people();

    private Population people() {
        var known = engine.create(
                "people",
                Sql.of("from (values ('a', 'DE', 3), ('b', 'CH', 4), ('c', null, 5)) t(customer_id, country, visits)"),
                Progress.NONE);
        var events = engine.create("events", Sql.of("""
                from (values
                    ('a', timestamp '2026-05-01 10:00:00', 'view', 'tent'), ('a', timestamp '2026-05-02 10:00:00', 'purchase', 'tent'),
                    ('b', timestamp '2026-05-01 11:00:00', 'view', 'rope'), ('c', timestamp '2026-05-01 12:00:00', 'view', null))
                    t(customer_id, timestamp, type, item_id)"""), Progress.NONE);
        var items = engine.create(
                "items",
                Sql.of("from (values ('tent', 'Camping'), ('rope', 'Climbing')) t(item_id, category)"),
                Progress.NONE);
        return Population.of(known, Instant.parse("2026-06-01T00:00:00Z"))
                .doing(new EventSources(List.of(events), List.of(items)));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private List<String> told(String rule) {
        var parsed = RuleParser.require(rule);
        assertThat(parsed.check(people.terms())).isEmpty();
        return UnknownValues.of(engine, people, parsed, Progress.NONE).stream()
                .map(Problem::line)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "did \"purchse\" | No event is of the type “purchse”. Did you mean “purchase”?",
                "did \"View\" | No event is of the type “View”. Did you mean “view”?",
                "did \"buy\" | No event is of the type “buy”. There is “view”, “purchase”.",
                "did \"view\" then \"buy\" within 3 days | No event is of the type “buy”. There is “view”, “purchase”.",
                "did \"view\" where (item_category = \"camping\") | No event has “camping” as “item_category”. Did you mean “Camping”?",
                "country = \"De\" | No customer has “De” as “country”. Did you mean “DE”?",
                "not country in (\"DE\", \"FR\") | No customer has “FR” as “country”. There is “CH”, “DE”.",
                "country != \"FR\" | No customer has “FR” as “country”. There is “CH”, “DE”."
            })
    void tellsWhatIsAskedForInVainAndWhatMayBeMeant(String rule, String line) {
        assertThat(told(rule)).containsExactly(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "did \"purchase\" at least 5 times and country in (\"DE\", \"CH\")",
                "did \"view\" where (item_id = \"rope\" and item_category = \"Climbing\")",
                "country contains \"x\" and visits = 77",
                "customer_id in (\"a\", \"zz\")",
                "everyone"
            })
    void saysNothingWhereSomebodyHasIt(String rule) {
        assertThat(told(rule)).isEmpty();
    }

    /** More values than are looked through for one that may be meant. */
    @Test
    void ofALongListOnlyThoseAreToldThatNobodyHas() {
        var many = engine.create(
                "many",
                Sql.of("select 'c' || i as customer_id, 't' || i as town from range(1500) r(i)"),
                Progress.NONE);
        var towns =
                IntStream.rangeClosed(0, 1500).mapToObj(i -> "\"t" + i + "\"").collect(Collectors.joining(", "));
        var told = UnknownValues.of(
                engine,
                Population.of(many, Instant.parse("2026-06-01T00:00:00Z")),
                RuleParser.require("town in (" + towns + ")"),
                Progress.NONE);
        assertThat(told).extracting(Problem::what).containsExactly("No customer has “t1500” as “town”.");
    }

    @Test
    void tellsEachOfSeveral() {
        assertThat(told("did \"buy\" and (did not \"buy\" in the last 3 days or country in (\"XX\", \"YY\"))"))
                .hasSize(3)
                .allMatch(line -> line.startsWith("No "));
    }
}
