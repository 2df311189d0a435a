package corymb.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import corymb.feature.FeatureDefinition.AttributeOf;
import corymb.feature.FeatureDefinition.EventCount;
import corymb.feature.FeatureDefinition.RfmScore;
import corymb.feature.FeatureDefinition.RfmScore.Part;
import corymb.feature.FeatureDefinition.ValueSum;
import corymb.rule.Moment;
import corymb.sql.DuckDbEngine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.table.ColumnType;
import corymb.table.Table;
import corymb.work.Failure;
import corymb.work.Job;
import corymb.work.KernelContract;
import corymb.work.Progress;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FeatureComputationTest extends KernelContract<List<Object>> {
    private static final Instant AS_OF = Instant.parse("2026-07-01T00:00:00Z");

    private final DuckDbEngine engine = DuckDbEngine.open();

    @AfterEach
    void close() {
        engine.close();
    }

    @Override
    protected List<Object> run(Progress progress) {
        return computed(many(20_000, 500), progress);
    }

    @Override
    protected List<Object> runLong(Progress progress) {
        return computed(many(3_000_000, 100_000), progress);
    }

    @Override
    protected List<Job<List<Object>>> edgeCases() {
        return List.of(
                edge("no rows", 0, "true"),
                edge("one row", 1, "true"),
                edge("no events", 3, "false"),
                edge("constant columns", 5, "true"),
                edge("nothing but missing values", 5, "null"));
    }

    private Job<List<Object>> edge(String title, int customers, String happened) {
        return new Job<>(title, progress -> {
            var people = "select cast(i as varchar) as customer_id, cast(null as date) as birth_date from range("
                    + customers + ") t(i)";
            var events = "select customer_id, timestamp '2026-01-01' as timestamp, if(" + happened
                    + ", 'purchase', null) as type, if(" + happened
                    + ", 1.0, null) as value from edge_people where coalesce(" + happened + ", true)";
            var profiles = engine.create("edge_people", Sql.of(people), Progress.NONE);
            var data = new CustomerData(profiles, List.of(engine.create("edge_events", Sql.of(events), Progress.NONE)));
            return computed(data, progress);
        });
    }

    private CustomerData many(int events, int customers) {
        var happened = "select cast(i * 7919 % " + customers
                + " as varchar) as customer_id, timestamp '2026-06-30' - to_hours(i % 9000) as timestamp,"
                + " if(i % 5 = 0, 'purchase', 'view') as type, i % 1000 / 10.0 as value from range(" + events
                + ") t(i)";
        var people = "select distinct customer_id, date '1980-01-01' as birth_date from happened";
        var source = engine.create("happened", Sql.of(happened), Progress.NONE);
        return new CustomerData(engine.create("people", Sql.of(people), Progress.NONE), List.of(source));
    }

    private List<Object> computed(CustomerData data, Progress progress) {
        var plan = FeaturePlan.standard(engine, data, Moment.utc(AS_OF), Progress.NONE);
        var features = FeatureComputation.run(engine, data, plan, "computed", progress);
        var fingerprint = engine.table(Sql.of("select bit_xor(hash(computed)) as h from computed"), Progress.NONE);
        return List.of(features, fingerprint.text(0, "h"));
    }

    private Relation relation(String name, String values) {
        return engine.create(name, Sql.of("select * from (values " + values), Progress.NONE);
    }

    private CustomerData data() {
        var profiles = relation(
                "profiles",
                "('b', 'Ulm', date '1990-07-02', true), ('a', 'Bonn', date '1990-07-01', false), ('c', null, null, null))"
                        + " t(customer_id, city, birth_date, newsletter)");
        var shop = relation(
                "shop",
                "('a', timestamp '2026-06-30 23:00:00', 'purchase', 10.5), ('a', timestamp '2026-06-01 00:00:00', 'purchase', 2),"
                        + " ('a', timestamp '2026-05-31 23:59:59', 'purchase', 4), ('b', timestamp '2026-01-01 12:00:00', 'purchase', null),"
                        + " ('b', timestamp '2026-07-01 00:00:00', 'purchase', 99)) t(customer_id, timestamp, type, \"value\")");
        var web = relation(
                "web",
                "('b', timestamp '2026-06-29 00:00:00', 'view'), ('x', timestamp '2026-06-29 00:00:00', 'view'))"
                        + " t(customer_id, timestamp, type)");
        return new CustomerData(profiles, List.of(shop, web));
    }

    private static FeaturePlan plan(FeatureDefinition... definitions) {
        return new FeaturePlan(AS_OF, "purchase", List.of(definitions));
    }

    private List<String> compute(FeatureDefinition definition) {
        var table = rows(FeatureComputation.run(engine, data(), plan(definition), "features_1", Progress.NONE));
        return texts(table, definition.name());
    }

    private Table rows(Features features) {
        return engine.table(Sql.of("select * from " + features.table().quoted()), Progress.NONE);
    }

    private static List<String> texts(Table table, String column) {
        return IntStream.range(0, table.rowCount())
                .mapToObj(row -> table.text(row, column))
                .toList();
    }

    @Test
    void customersAreInOrderAndOthersAreNotAmongThem() {
        var features = FeatureComputation.run(engine, data(), plan(), "f", Progress.NONE);
        assertThat(texts(rows(features), "customer_id")).containsExactly("a", "b", "c");
    }

    @Test
    void recencyCountsCalendarDaysAndIsMissingForWhoNeverBought() {
        assertThat(compute(new FeatureDefinition.Recency())).containsExactly("1", "181", "");
    }

    @Test
    void frequencyAndMoneyAreZeroForWhoNeverBoughtAndEndBeforeTheMoment() {
        assertThat(compute(new FeatureDefinition.Frequency())).containsExactly("3", "1", "0");
        assertThat(compute(new FeatureDefinition.Monetary())).containsExactly("16.5", "0", "0");
    }

    @Test
    void aPeriodStartsOnItsFirstMomentAndEndsBeforeThePlans() {
        assertThat(compute(new EventCount("purchase", 30)))
                .as("30 days before 1 July is 1 June, 00:00, which counts")
                .containsExactly("2", "0", "0");
        assertThat(compute(new EventCount(FeatureDefinition.ANY, FeatureDefinition.EVER)))
                .containsExactly("3", "2", "0");
        assertThat(compute(new ValueSum("purchase", 30))).containsExactly("12.5", "0", "0");
    }

    @Test
    void tenureStartsWithTheFirstEventOfAnyType() {
        assertThat(compute(new FeatureDefinition.Tenure())).containsExactly("31", "181", "");
    }

    @Test
    void ageIsInFullYears() {
        assertThat(compute(new FeatureDefinition.Age("birth_date")))
                .as("36 on 1 July 2026, and 36 a day later")
                .containsExactly("36", "35", "");
    }

    @Test
    void attributesKeepTheirTypes() {
        var plan = plan(new AttributeOf("newsletter"), new AttributeOf("city", "town"));
        var features = FeatureComputation.run(engine, data(), plan, "f", Progress.NONE);
        assertThat(features.table().schema().names()).containsExactly("customer_id", "newsletter", "town");
        assertThat(features.summaries().getFirst().type()).isEqualTo(ColumnType.BOOLEAN);
        assertThat(texts(rows(features), "town")).containsExactly("Bonn", "Ulm", "");
    }

    private List<String> scores(Part part, String purchases) {
        var events = relation("purchases", purchases + ") t(customer_id, timestamp, \"value\")");
        var bought =
                engine.create("bought", Sql.of("select *, 'purchase' as type from " + events.quoted()), Progress.NONE);
        var profiles = engine.create(
                "buyers",
                Sql.of("select distinct customer_id from purchases union all select 'nobody'"),
                Progress.NONE);
        var data = new CustomerData(profiles, List.of(bought));
        var score = new RfmScore(part);
        return texts(rows(FeatureComputation.run(engine, data, plan(score), "scored", Progress.NONE)), score.name());
    }

    @Test
    void tenDifferentBuyersFillEveryFifthAndWhoNeverBoughtHasNoScore() {
        var purchases = String.join(
                ", ",
                IntStream.range(0, 10)
                        .mapToObj(i -> "('" + i + "', timestamp '2026-06-" + (10 + i) + " 00:00:00', " + i + ")")
                        .toList());
        assertThat(scores(Part.MONETARY, purchases))
                .containsExactly("1", "1", "2", "2", "3", "3", "4", "4", "5", "5", "");
        assertThat(scores(Part.RECENCY, purchases))
                .as("who bought last has the best score")
                .containsExactly("1", "1", "2", "2", "3", "3", "4", "4", "5", "5", "");
    }

    @Test
    void equalValuesHaveEqualScoresEvenWhenAFifthStaysEmpty() {
        var purchases =
                "('a', timestamp '2026-06-01', 1), ('b', timestamp '2026-06-01', 1), ('c', timestamp '2026-06-01', 1),"
                        + " ('d', timestamp '2026-06-01', 7), ('e', timestamp '2026-06-01', 9)";
        assertThat(scores(Part.MONETARY, purchases)).containsExactly("1", "1", "1", "4", "5", "");
    }

    @Test
    void sumsOfTheSameAmountsInAnotherOrderTie() {
        var purchases =
                "('a', timestamp '2026-06-01', 0.1), ('a', timestamp '2026-06-01', 0.2), ('a', timestamp '2026-06-01', 0.3),"
                        + " ('b', timestamp '2026-06-01', 0.3), ('b', timestamp '2026-06-01', 0.2), ('b', timestamp '2026-06-01', 0.1)";
        assertThat(scores(Part.MONETARY, purchases))
                .as("0.1 + 0.2 + 0.3 is not 0.3 + 0.2 + 0.1 in floating point")
                .containsExactly("1", "1", "");
    }

    @Test
    void summariesTellTheKeyFiguresAndTheirHistogramsAddUp() {
        var plan = plan(new FeatureDefinition.Frequency(), new FeatureDefinition.Recency(), new AttributeOf("city"));
        var summaries =
                FeatureComputation.run(engine, data(), plan, "f", Progress.NONE).summaries();
        var frequency = summaries.getFirst();
        assertThat(frequency.mean()).isCloseTo(4 / 3.0, org.assertj.core.data.Offset.offset(1e-12));
        assertThat(frequency.median()).isEqualTo(1);
        assertThat(frequency.maximum()).isEqualTo(3);
        assertThat(frequency.histogram().bins())
                .extracting(Histogram.Bin::label)
                .containsExactly("0", "1", "2", "3");
        assertThat(frequency.histogram().bins())
                .extracting(Histogram.Bin::count)
                .containsExactly(1L, 1L, 0L, 1L);
        assertThat(summaries.get(1).missing()).isEqualTo(1);
        assertThat(summaries.get(1).histogram().bins()).hasSize(20);
        assertThat(summaries.get(2).histogram().bins())
                .extracting(Histogram.Bin::label)
                .containsExactly("Bonn", "Ulm");
        assertThat(summaries.get(2).mean()).isNaN();
    }

    @Test
    void aFeatureWithoutAnyValueIsSummedUpToo() {
        var profiles = relation("p", "('a', cast(null as double), cast(null as varchar))) t(customer_id, x, y)");
        var plan = plan(new AttributeOf("x"), new AttributeOf("y"), new FeatureDefinition.Recency());
        var summaries = FeatureComputation.run(engine, new CustomerData(profiles, List.of()), plan, "f", Progress.NONE)
                .summaries();
        assertThat(summaries).allSatisfy(summary -> {
            assertThat(summary.missing()).isEqualTo(1);
            assertThat(summary.mean()).isNaN();
            assertThat(summary.histogram().bins()).isEmpty();
        });
    }

    @Test
    void noCustomersAndALostAttributeAreProblems() {
        var none = engine.create("none", Sql.of("select '' as customer_id where false"), Progress.NONE);
        assertThatThrownBy(() ->
                        FeatureComputation.run(engine, new CustomerData(none, List.of()), plan(), "f", Progress.NONE))
                .isInstanceOf(Failure.class);
        assertThatThrownBy(() -> compute(new AttributeOf("shoe_size")))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("shoe_size");
    }

    @Test
    void twoFeaturesOfOneNameAreRefused() {
        assertThatThrownBy(() -> plan(new EventCount("View", 30), new EventCount("view", 30)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
