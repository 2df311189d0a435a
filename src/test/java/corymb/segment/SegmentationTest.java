package corymb.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import corymb.rule.Moment;
import corymb.rule.ParsedRule;
import corymb.rule.RandomRules;
import corymb.rule.Rule;
import corymb.rule.RuleParser;
import corymb.rule.RuleText;
import corymb.sql.DuckDbEngine;
import corymb.sql.Engine;
import corymb.sql.Expression.Comparison;
import corymb.sql.Expression.TextConstant;
import corymb.sql.Sql;
import corymb.stats.Seed;
import corymb.stats.Share;
import corymb.table.ColumnType;
import corymb.table.Field;
import corymb.table.Schema;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.table.Zone;
import corymb.work.Failure;
import corymb.work.Problem;
import corymb.work.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class SegmentationTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Path NAUGHTY = Path.of("../shared/data/naughty-strings/blns.json");

    private final Engine engine = DuckDbEngine.open();
    private final AtomicLong ids = new AtomicLong();

    @AfterEach
    void close() {
        engine.close();
    }

    private Population shoppers() {
        var features = engine.create(
                "features",
                Sql.of("select * from (values ('d', 300, 'DE', timestamp '2026-01-01 15:00:00'),"
                        + " ('c', 100, null, timestamp '2026-01-02 00:00:00'), ('b', 250, 'AT', null), ('a', null, 'DE', null))"
                        + " t(customer_id, monetary, country, last_seen)"),
                Progress.NONE);
        var clusters = engine.create(
                "clusters",
                Sql.of("select * from (values ('a', 0), ('b', 3), ('d', -1)) t(customer_id, cluster)"),
                Progress.NONE);
        return Population.of(features, NOW).with(clusters);
    }

    private Segment segment(Population population, String name, String rule) {
        var plan = new SegmentPlan(name, RuleParser.require(rule));
        return Segmentation.run(
                        engine,
                        population,
                        Optional.empty(),
                        List.of(new Wanted(plan, ids.incrementAndGet(), NOW, Optional.empty())),
                        Progress.NONE)
                .getFirst();
    }

    private List<String> members(Population population, String rule) {
        var segment = segment(population, "x", rule);
        assertThat(Segmentation.count(engine, population, segment.plan().rule(), Progress.NONE))
                .isEqualTo(segment.count());
        var table = engine.table(Sql.of("select * from " + segment.members().quoted()), Progress.NONE);
        return IntStream.range(0, table.rowCount())
                .mapToObj(row -> table.text(row, "customer_id"))
                .toList();
    }

    @Test
    void saysWhatAnEditWouldDo() {
        var population = shoppers();
        var before = segment(population, "Rich", "monetary > 150").members();
        var edit = RuleEdit.of(engine, population, RuleParser.require("country = \"DE\""), before, Progress.NONE);
        assertThat(edit).isEqualTo(new RuleEdit(1, 1, 1));
        var none = RuleEdit.of(engine, population, RuleParser.require("monetary > 1000"), before, Progress.NONE);
        assertThat(none).isEqualTo(new RuleEdit(0, 0, 2));
    }

    @Test
    void drawsTheSamePeopleAgainWithWhatTheRuleLooksAtFirst() {
        var population = shoppers();
        var rule = RuleParser.require("cluster is missing or monetary > 1");
        var drawn = Segmentation.sample(engine, population, rule, 2, Progress.NONE);
        assertThat(drawn.schema().names())
                .containsExactly("customer_id", "monetary", "cluster", "country", "last_seen");
        assertThat(drawn.rowCount()).isEqualTo(2);
        var all = Segmentation.sample(engine, population, rule, 10, Progress.NONE);
        assertThat(IntStream.range(0, all.rowCount()).mapToObj(row -> all.text(row, "customer_id")))
                .containsExactlyInAnyOrder("b", "c", "d")
                .startsWith(drawn.text(0, "customer_id"), drawn.text(1, "customer_id"));
    }

    @Test
    void findsMembersInOrderOfTheirIds() {
        var people = shoppers();
        assertThat(members(people, "monetary > 200")).containsExactly("b", "d");
        assertThat(members(people, "everyone")).containsExactly("a", "b", "c", "d");
        assertThat(members(people, "monetary > 10000")).isEmpty();
        assertThat(members(people, "cluster = 3 or cluster < 0")).containsExactly("b", "d");
        assertThat(members(people, "monetary >= 249.5 and monetary <= 250.4")).containsExactly("b");
    }

    @Test
    void treatsMissingValuesAsDocumented() {
        var people = shoppers();
        assertThat(members(people, "country != \"DE\"")).containsExactly("b");
        assertThat(members(people, "not country = \"DE\"")).containsExactly("b", "c");
        assertThat(members(people, "country not in (\"DE\")")).containsExactly("b", "c");
        assertThat(members(people, "not (country = \"DE\" and monetary > 0)")).containsExactly("a", "b", "c");
        assertThat(members(people, "cluster is missing")).containsExactly("c");
        assertThat(members(people, "cluster is not missing")).containsExactly("a", "b", "d");
    }

    private long count(Population people, String rule) {
        return Segmentation.count(engine, people, RuleParser.require(rule), Progress.NONE);
    }

    @Test
    void tellsAValueOfAListFromLettersInIt() {
        var people = Population.of(
                engine.create(
                        "known",
                        Sql.of(
                                "select * from (values ('a', 'orders'), ('b', 'crm, web_orders'), ('c', 'crm, Orders'),"
                                        + " ('d', 'orders,crm'), ('e', ''), ('f', null), ('g', '[\"crm\",\"orders\"]')) t(customer_id, sources)"),
                        Progress.NONE),
                NOW);
        assertThat(count(people, "sources contains \"orders\"")).isEqualTo(5);
        assertThat(count(people, "sources includes \"orders\"")).isEqualTo(4);
        assertThat(count(people, "sources includes exactly \"orders\"")).isEqualTo(3);
        assertThat(count(people, "sources not includes \"orders\"")).isEqualTo(3);
        assertThat(count(people, "sources includes \"\"")).as("of no source").isEqualTo(1);
    }

    @Test
    void comparesADateWithTheDayOfAnInstant() {
        var people = shoppers();
        assertThat(members(people, "last_seen = 2026-01-01")).containsExactly("d");
        assertThat(members(people, "last_seen after 2026-01-01")).containsExactly("c");
        assertThat(members(people, "last_seen between 2026-01-01 and 2026-01-02"))
                .containsExactly("c", "d");
        assertThat(members(people, "last_seen > 2026-01-01T15:00:00Z")).containsExactly("c");
    }

    /** 2026-01-02 begins in Los Angeles at 08:00 of UTC. */
    @ParameterizedTest
    @CsvSource({"UTC, a c", "America/Los_Angeles, a", "Asia/Tokyo, a b c"})
    void aDateComparedWithATimeIsTheFirstMomentOfItsDayInTheZone(String zone, String members) {
        var known = engine.create(
                "known",
                Sql.of(
                        "from (values ('a', timestamp '2026-01-02 08:00:00', 1, 1.5), ('b', timestamp '2026-01-01 23:00:00', 2, 2.0),"
                                + " ('c', timestamp '2026-01-02 07:59:00', 3, 3.0), ('d', null, null, null))"
                                + " t(customer_id, seen, visits, spent), (values (date '2026-01-02')) s(born)"),
                Progress.NONE);
        var people = Population.of(known, new Moment(NOW, new Zone(zone)));
        assertThat(String.join(" ", members(people, "seen >= born"))).isEqualTo(members);
        assertThat(String.join(" ", members(people, "born <= seen"))).isEqualTo(members);
        assertThat(members(people, "born = seen")).hasSize(zone.equals("America/Los_Angeles") ? 1 : 0);
        assertThat(members(people, "visits >= spent and visits = visits and customer_id = customer_id"))
                .containsExactly("b", "c");
    }

    /** One that goes back and tries again would be at it for longer than anybody lives. */
    @Test
    void matchesExpressionsInTimeThatGrowsWithTheTextAlone() {
        var people = Population.of(
                engine.create(
                        "texts",
                        Sql.of(
                                "select 'c' || i as customer_id, repeat('a', 20000) || if(i = 7, '', '!') as said from range(100) t(i)"),
                        Progress.NONE),
                NOW);
        assertThat(count(people, "said matches \"^(a+)+$\"")).isEqualTo(1);
        assertThat(count(people, "said matches \"A!\"")).isEqualTo(99);
        assertThat(count(people, "said matches exactly \"A!\"")).isZero();
    }

    @Test
    void carriesItsPlanCountAndShare() {
        var segment = segment(shoppers(), "Loyal", "monetary>200");
        assertThat(segment.name()).isEqualTo("Loyal");
        assertThat(segment.plan().ruleText()).isEqualTo("monetary > 200");
        assertThat(segment.share()).isEqualTo(new Share(0.5));
        assertThat(segment.asOf()).isEqualTo(NOW);
        assertThat(segment.relations()).containsExactly(engine.relation("segment_1"));
    }

    @Test
    void namesWhatDoesNotFitTheFields() {
        var people = shoppers();
        assertThat(problems(people, "recency_day < 3 or montary > 3"))
                .extracting(Problem::remedy)
                .satisfiesExactly(
                        all -> assertThat(all)
                                .startsWith("There is customer_id, ")
                                .contains("monetary"),
                        near -> assertThat(near).isEqualTo("Did you mean monetary?"));
        assertThat(problems(people, "country = DE"))
                .extracting(Problem::remedy)
                .containsExactly("Put texts in quotes: \"DE\".");
        var members = new Schema(List.of(new Field("churned", ColumnType.BOOLEAN)));
        assertThat(RuleParser.require("churned = yes").check(members))
                .extracting(Problem::remedy)
                .containsExactly("Write true or false.");
        assertThat(problems(people, "monetary = \"many\" and country > 5"))
                .extracting(Problem::what)
                .containsExactly(
                        "The field “monetary” holds numbers, not \"many\".", "The field “country” holds texts, not 5.");
        assertThat(problems(people, "monetary contains \"1\" or monetary between 9 and 3 or country = monetary"))
                .hasSize(3);
        assertThat(problems(people, "last_seen before 2026-01-01 and monetary > cluster"))
                .isEmpty();
        assertThatThrownBy(() -> Segmentation.count(engine, people, RuleParser.require("country = 5"), Progress.NONE))
                .isInstanceOf(Failure.class);
    }

    private static List<Problem> problems(Population population, String rule) {
        return RuleParser.require(rule).check(population.schema());
    }

    @Test
    void tellsUnionAndOverlapApart() {
        var people = shoppers();
        var rules = new LinkedHashMap<String, String>();
        rules.put("rich", "monetary > 200");
        rules.put("german", "country = \"DE\"");
        rules.put("all", "everyone");
        rules.put("none", "monetary < 0");
        var segments = new ArrayList<Segment>();
        rules.forEach((name, rule) -> segments.add(segment(people, name, rule)));
        var overlap = Overlap.of(engine, segments, Progress.NONE);
        assertThat(overlap.counts()).containsExactly(2L, 2L, 4L, 0L);
        assertThat(overlap.pairs())
                .contains(
                        new Overlap.Pair("rich", "german", 1),
                        new Overlap.Pair("rich", "all", 2),
                        new Overlap.Pair("all", "none", 0))
                .hasSize(6);
        assertThat(overlap.union()).isEqualTo(4);
        assertThat(overlap.repeats()).isEqualTo(4);
        assertThat(overlap.several())
                .as("all but the one who is neither rich nor german")
                .isEqualTo(3);
        assertThat(Overlap.of(engine, List.of(), Progress.NONE).union()).isZero();
    }

    @Test
    void findsExactlyThePersonWithANaughtyName() throws Exception {
        Assumptions.assumeTrue(Files.exists(NAUGHTY), "The list of naughty strings is not there");
        var texts = List.of(JsonMapper.shared().readValue(NAUGHTY.toFile(), String[].class)).stream()
                .distinct()
                .toList();
        var people = engine.fill(
                "people",
                new Table(List.of(new TextColumn("customer_id", texts), new TextColumn("say \"`hi`\"; --", texts))),
                Progress.NONE);
        assertThat(texts).allSatisfy(text -> {
            var rule = new Rule.Compare("say \"`hi`\"; --", Comparison.EQUAL, new TextConstant(text));
            assertThat(RuleParser.require(RuleText.of(rule))).isEqualTo(rule);
            var found = engine.table(Segmentation.members(Population.of(people, NOW), rule), Progress.NONE);
            assertThat(found.rowCount()).isEqualTo(1);
            assertThat(found.text(0, "customer_id")).isEqualTo(text);
        });
    }

    @Test
    void agreesWithEvaluatingRulesRowByRow() {
        var random = new Seed(7).generator();
        var table = RandomRules.table(random, 300);
        var population = Population.of(engine.fill("random_people", table, Progress.NONE), NOW);
        for (int round = 0; round < 150; round++) {
            var rule = RandomRules.rule(random, 4);
            assertThat(rule.check(population.schema())).as(RuleText.of(rule)).isEmpty();
            var expected = IntStream.range(0, table.rowCount())
                    .filter(row -> RandomRules.holds(rule, table, row))
                    .count();
            assertThat(Segmentation.count(engine, population, rule, Progress.NONE))
                    .as(RuleText.of(rule))
                    .isEqualTo(expected);
        }
    }

    @Test
    void readsBackEveryRuleItWrites() {
        var random = new Seed(11).generator();
        for (int round = 0; round < 2_000; round++) {
            var rule = RandomRules.rule(random, 5);
            assertThat(RuleParser.parse(RuleText.of(rule))).isEqualTo(new ParsedRule.Parsed(rule));
        }
    }
}
