package corymb.segment;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.rule.ParsedRule;
import corymb.rule.Rule;
import corymb.rule.RuleParser;
import corymb.rule.RuleText;
import corymb.sql.DuckDbEngine;
import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.stats.Seed;
import corymb.table.Column;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.table.Zone;
import corymb.work.Progress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LookAlikesTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<String> FEATURES = List.of("spent", "visits", "age");
    private static final int PEOPLE = 200;

    private final Engine engine = DuckDbEngine.open();

    @AfterEach
    void close() {
        engine.close();
    }

    private static Table people(RandomGenerator random) {
        var columns = new ArrayList<Column>();
        columns.add(new TextColumn(
                "customer_id",
                IntStream.range(0, PEOPLE).mapToObj(LookAlikesTest::id).toList()));
        for (var feature : FEATURES) {
            columns.add(new NumberColumn(
                    feature,
                    ColumnType.DECIMAL,
                    IntStream.range(0, PEOPLE)
                            .mapToDouble(_ -> random.nextInt(8) == 0 ? Double.NaN : random.nextInt(60))
                            .toArray()));
        }
        return new Table(columns);
    }

    private static String id(int person) {
        return "c" + (1000 + person);
    }

    private static boolean isMember(int person) {
        return person % 9 == 0;
    }

    private Population population() {
        var members = engine.create(
                "stars",
                Sql.of("select customer_id from people where cast(customer_id[2:] as int) % 9 = 1000 % 9"),
                Progress.NONE);
        return Population.of(engine.relation("people"), NOW).in(Map.of("Stars", members));
    }

    /** The part of those with a value who have a smaller one; in the middle without one. */
    private static List<Double> places(Table people, String feature) {
        var values = people.numbers(feature);
        var known = IntStream.range(0, PEOPLE)
                .mapToDouble(values::get)
                .filter(value -> !Double.isNaN(value))
                .toArray();
        return IntStream.range(0, PEOPLE)
                .mapToObj(person -> Double.isNaN(values.get(person))
                        ? 0.5
                        : DoubleStream.of(known)
                                        .filter(value -> value < values.get(person))
                                        .count()
                                / (known.length - 1.0))
                .toList();
    }

    private static List<Double> distances(Table people) {
        var sums = new ArrayList<Double>(Collections.nCopies(PEOPLE, 0.0));
        for (var feature : FEATURES) {
            var places = places(people, feature);
            var members = IntStream.range(0, PEOPLE)
                    .filter(LookAlikesTest::isMember)
                    .mapToDouble(places::get)
                    .toArray();
            double mean = DoubleStream.of(members).average().orElseThrow();
            double spread = Math.max(
                    0.05,
                    Math.sqrt(DoubleStream.of(members)
                            .map(place -> (place - mean) * (place - mean))
                            .average()
                            .orElseThrow()));
            for (int person = 0; person < PEOPLE; person++) {
                sums.set(person, sums.get(person) + Math.pow((places.get(person) - mean) / spread, 2));
            }
        }
        return sums.stream().map(Math::sqrt).toList();
    }

    @Test
    void takesThoseNearestToTheMembersAsAPlainReckoningDoes() {
        var table = people(new Seed(3).generator());
        engine.fill("people", table, Progress.NONE);
        var population = population();
        var far = distances(table);
        for (int count : List.of(1, 7, 60, 500)) {
            var expected = IntStream.range(0, PEOPLE)
                    .filter(person -> !isMember(person))
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer person) -> Math.rint(far.get(person) * 1e9))
                            .thenComparing(LookAlikesTest::id))
                    .limit(count)
                    .map(LookAlikesTest::id)
                    .sorted()
                    .toList();
            var rule = RuleParser.require("among " + count + " most like segment \"Stars\" by (spent, visits, age)");
            assertThat(rule.check(population.terms())).isEmpty();
            var found = engine.table(Segmentation.members(population, rule).then(" order by 1"), Progress.NONE);
            assertThat(IntStream.range(0, found.rowCount()).mapToObj(row -> found.text(row, "customer_id")))
                    .containsExactlyElementsOf(expected);
        }
    }

    @Test
    void followsHowAlikePeopleAreTheMoreAreTaken() {
        var table = people(new Seed(4).generator());
        engine.fill("people", table, Progress.NONE);
        var curve = LookAlikes.curve(engine, population(), "Stars", FEATURES, Progress.NONE);
        var far = distances(table);
        var members = IntStream.range(0, PEOPLE)
                .filter(LookAlikesTest::isMember)
                .mapToObj(far::get)
                .toList();
        var others = IntStream.range(0, PEOPLE)
                .filter(person -> !isMember(person))
                .mapToObj(far::get)
                .sorted()
                .toList();
        assertThat(curve.others()).isEqualTo(others.size());
        assertThat(curve.points().getLast().count()).isEqualTo(others.size());
        assertThat(curve.points())
                .isSortedAccordingTo(
                        Comparator.comparingDouble(LookAlikes.Point::alike).reversed());
        for (var point : curve.points()) {
            double last = others.get((int) point.count() - 1);
            long atLeast =
                    members.stream().filter(member -> member >= last - 1e-9).count();
            assertThat(point.alike()).isEqualTo((double) atLeast / members.size());
            var inOrder = members.stream().sorted().toList();
            double middle = (inOrder.get((members.size() - 1) / 2) + inOrder.get(members.size() / 2)) / 2;
            assertThat(point.nearness()).isCloseTo(Math.min(1, middle / last), Offset.offset(1e-6));
            assertThat(curve.nearness(point.count())).isEqualTo(point.nearness());
        }
        assertThat(curve.nearness(curve.half())).isGreaterThanOrEqualTo(0.5);
        assertThat(curve.nearness(2L * others.size()))
                .isEqualTo(curve.points().getLast().nearness());
        assertThat(curve.typical()).isBetween(1L, (long) others.size());
    }

    @Test
    void readsBackWhatItWritesAndSaysWhatIsWrong() {
        var rule = new Rule.All(List.of(
                new Rule.Not(new Rule.Alike(50, "Stars", List.of("spent", "odd name"))),
                RuleParser.require("age > 3")));
        assertThat(RuleParser.parse(RuleText.of(rule))).isEqualTo(new ParsedRule.Parsed(rule));
        assertThat(RuleParser.parse("among = 3")).isInstanceOf(ParsedRule.Parsed.class);
        assertThat(RuleParser.parse("among 0 most like segment \"Stars\" by (spent)"))
                .isInstanceOf(ParsedRule.Malformed.class);
        var table = people(new Seed(5).generator());
        engine.fill("people", table, Progress.NONE);
        var terms = population().terms();
        assertThat(RuleParser.require("among 5 most like segment \"Star\" by (spent)")
                        .check(terms))
                .singleElement()
                .satisfies(problem -> assertThat(problem.remedy()).contains("Stars"));
        assertThat(RuleParser.require("among 5 most like segment \"Stars\" by (customer_id)")
                        .check(terms))
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).contains("texts, not numbers"));
        assertThat(RuleParser.require("among 5 most like segment \"Stars\" by (spend)")
                        .check(terms))
                .singleElement()
                .satisfies(problem -> assertThat(problem.remedy()).contains("spent"));
    }

    @Test
    void aMembershipIsAsSureAsItIsNearTheSegmentItIsToBeLike() {
        var table = people(new Seed(5).generator());
        engine.fill("people", table, Progress.NONE);
        var population = population();
        var rule = RuleParser.require("visits >= 0 and among 60 most like segment \"Stars\" by (spent, visits, age)");
        var members = engine.create("like", Segmentation.members(population, rule), Progress.NONE);
        var segment = new Segment(
                new SegmentPlan("Like stars", rule), members, PEOPLE, NOW, Zone.UTC, Optional.empty(), Moves.NONE);
        var sure = engine.table(
                new Allotment(population, List.of(segment), new Policy.Many()).memberships(), Progress.NONE);
        var far = distances(table);
        var own = IntStream.range(0, PEOPLE)
                .filter(LookAlikesTest::isMember)
                .mapToDouble(far::get)
                .sorted()
                .toArray();
        double half = (own[(own.length - 1) / 2] + own[own.length / 2]) / 2;
        assertThat(sure.rowCount()).isBetween(30, 60);
        int unsure = 0;
        for (int row = 0; row < sure.rowCount(); row++) {
            double distance =
                    far.get(Integer.parseInt(sure.text(row, "customer_id").substring(1)) - 1000);
            double expected = Math.min(1, half / distance);
            assertThat(sure.numbers("confidence").get(row)).isCloseTo(expected, Offset.offset(1e-6));
            unsure += expected < 1 ? 1 : 0;
        }
        assertThat(unsure).isBetween(1, sure.rowCount() - 1);
    }
}
