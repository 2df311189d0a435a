package corymb.feature;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.feature.EventFeature.Aggregated;
import corymb.rule.Measurement;
import corymb.rule.RuleParser;
import corymb.rule.Window;
import corymb.sql.Dialect;
import corymb.sql.DuckDbEngine;
import corymb.sql.Engine;
import corymb.sql.Expression.Column;
import corymb.sql.Sql;
import corymb.table.Zone;
import corymb.work.Progress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is counted in memory is held against the statement that has the engine count everything. */
class LevelCountingTest {
    private static final Instant AS_OF = Instant.parse("2026-07-01T00:00:00Z");

    /** Some events of nobody, of people without a profile, of no level and after the moment. */
    private static final String EVENTS = """
            select if(hash(i, ?) % 50 = 0, null, 'c' || floor(60 * pow(hash(i, ?) % 1000 / 1000.0, 2))) as customer_id,
            timestamp '2026-07-20' - to_minutes(cast(hash(i + 1, ?) % 600000 as bigint)) as timestamp,
            if(hash(i + 2, ?) % 3 = 0, 'purchase', 'view') as type,
            if(hash(i + 3, ?) % 9 = 0, null, 'ä' || hash(i + 3, ?) % 7) as device,
            hash(i + 4, ?) % 5 / 2.0 as value,
            hash(i + 5, ?) % 300 as shelf,
            hash(i + 6, ?) % 2 = 0 as paid
            from range(4000) t(i)""";

    private static final String PEOPLE = "select 'c' || i as customer_id from range(70) t(i)";

    /** Days and weeks of all events, of purchases, of a month, and of the time after the first event. */
    private static FeaturePlan daily() {
        var definitions = new ArrayList<FeatureDefinition>();
        for (var measurement : List.of(
                Measurement.ACTIVE_DAYS,
                Measurement.GAP_MEAN,
                Measurement.GAP_VARIATION,
                Measurement.STREAK_DAYS,
                Measurement.STREAK_WEEKS)) {
            var all = new Aggregated("all_" + measurement, measurement, "");
            definitions.add(all);
            definitions.add(all.named("bought_" + measurement).where(RuleParser.require("type = \"purchase\"")));
            definitions.add(all.named("may_" + measurement)
                    .in(new Window.Between(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 31))));
            definitions.add(all.named("begun_" + measurement).in(new Window.SinceFirst(60)));
        }
        definitions.add(new RfmFeature.LifecycleStage(10, 20, 30));
        return new FeaturePlan(AS_OF, "purchase", definitions);
    }

    private static FeaturePlan plan() {
        var definitions = new ArrayList<FeatureDefinition>();
        for (var column : List.of("device", "value", "shelf", "paid", "hour", "type")) {
            for (var measurement : List.of(Measurement.DISTINCT, Measurement.ENTROPY, Measurement.FAVOURITE)) {
                var all = new Aggregated(column + "_" + measurement, measurement, column);
                definitions.add(all);
                definitions.add(all.named(all.name() + "_bought").where(RuleParser.require("type = \"purchase\"")));
                definitions.add(all.named(all.name() + "_may")
                        .in(new Window.Between(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 31))));
            }
            if (column.equals("type")) {
                definitions.add(
                        new Aggregated("type_first", Measurement.DISTINCT, column).in(new Window.SinceFirst(60)));
            }
        }
        return new FeaturePlan(AS_OF, "purchase", definitions);
    }

    private static CustomerData data(Engine engine, int seed) {
        var events = engine.create(
                "happened", Sql.of(EVENTS, seed, seed, seed, seed, seed, seed, seed, seed, seed), Progress.NONE);
        return new CustomerData(engine.create("people", Sql.of(PEOPLE), Progress.NONE), List.of(events));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void countingInMemoryGivesWhatTheEngineWouldGive(int seed) {
        requireSame(seed, plan());
        requireSame(seed, daily());
        requireSame(
                seed, seed % 2 == 0 ? plan().in(new Zone("America/New_York")) : daily().in(new Zone("Asia/Kolkata")));
    }

    @Test
    void daysBefore1970AreDaysLikeOthers() {
        try (var engine = DuckDbEngine.open()) {
            var events = engine.create(
                    "happened",
                    Sql.of(
                            "select 'c1' as customer_id, timestamp '1969-12-28 12:00' + to_days(cast(i as integer)) as timestamp,"
                                    + " 'view' as type from range(7) t(i) where i <> 1"),
                    Progress.NONE);
            var data = new CustomerData(engine.create("people", Sql.of(PEOPLE), Progress.NONE), List.of(events));
            var plan = new FeaturePlan(
                    AS_OF,
                    "purchase",
                    List.of(
                            new Aggregated("days", Measurement.STREAK_DAYS, ""),
                            new Aggregated("weeks", Measurement.STREAK_WEEKS, "")));

            FeatureComputation.run(engine, data, plan, "f", Progress.NONE);

            var found = engine.table(Sql.of("select * from f where customer_id = 'c1'"), Progress.NONE);
            assertThat(found.text(0, "days"))
                    .as("the 28th, then the 30th to the 3rd")
                    .isEqualTo("5");
            assertThat(found.text(0, "weeks")).as("a Sunday, then another week").isEqualTo("2");
        }
    }

    @Test
    void anHourThatASourceTellsIsALevelLikeOthers() {
        try (var engine = DuckDbEngine.open()) {
            var events = engine.create(
                    "happened",
                    Sql.of("select 'c1' as customer_id, timestamp '2026-05-01 03:00' as timestamp, 'view' as type,"
                            + " if(i = 0, 'dusk', 'noon') as hour from range(3) t(i)"),
                    Progress.NONE);
            var data = new CustomerData(engine.create("people", Sql.of(PEOPLE), Progress.NONE), List.of(events));
            var plan = new FeaturePlan(
                    AS_OF,
                    "purchase",
                    List.of(
                            new Aggregated("hour", Measurement.FAVOURITE, "hour"),
                            new Aggregated("weekday", Measurement.FAVOURITE, "weekday")));

            FeatureComputation.run(engine, data, plan, "f", Progress.NONE);

            var found = engine.table(Sql.of("select * from f where customer_id = 'c1'"), Progress.NONE);
            assertThat(found.text(0, "hour")).isEqualTo("noon");
            assertThat(found.text(0, "weekday")).as("a Friday").isEqualTo("5");
        }
    }

    /** Ten customers have no events at all and some no purchases; enough is asked of purchases to gather it apart. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void gatheringInSeveralStatementsGivesWhatOneWouldGive(int seed) {
        var purchases =
                new Aggregated("bought", Measurement.COUNT, "").where(RuleParser.require("type = \"purchase\""));
        var definitions = new ArrayList<FeatureDefinition>(List.of(
                new FeatureDefinition.Recency(),
                new FeatureDefinition.Frequency(),
                new FeatureDefinition.Monetary(),
                new FeatureDefinition.ValueSum("purchase", 30),
                new FeatureDefinition.EventCount("purchase", 90),
                new FeatureDefinition.EventCount(FeatureDefinition.ANY, 30),
                purchases,
                new Aggregated("share", Measurement.SHARE, "", purchases.filter(), new Window.All()),
                new EventFeature.Ratio("by_events", purchases, new Aggregated("events", Measurement.COUNT, "")),
                new EventFeature.Ratio("by_purchases", new Aggregated("all", Measurement.COUNT, ""), purchases),
                new Aggregated("last", Measurement.LAST, "device").where(purchases.filter()),
                new Aggregated("mean", Measurement.MEAN, "value").where(purchases.filter()),
                new RfmFeature.RfmGroup(),
                new RfmFeature.LifecycleStage(30, 90, 365),
                new RfmFeature.Engagement(
                        "engaged", List.of(new RfmFeature.Engagement.Weighted(purchases.named("of"), 2)))));
        for (var part : FeatureDefinition.RfmScore.Part.values()) {
            definitions.add(new FeatureDefinition.RfmScore(part));
        }
        requireSame(seed, new FeaturePlan(AS_OF, "purchase", definitions));
    }

    private static void requireSame(int seed, FeaturePlan plan) {
        try (var engine = DuckDbEngine.open()) {
            var data = data(engine, seed);
            var events = Sql.of("(")
                    .then(data.events().rows(EventColumns.of(plan), plan.zone()))
                    .then(")");
            var statement = new FeatureSql(Dialect.DUCKDB, plan).query(Sql.of("people"), events);

            var expected = engine.table(statement, Progress.NONE);
            FeatureComputation.run(engine, data, plan, "f", Progress.NONE);
            var found = engine.table(Sql.of("select * from f"), Progress.NONE);

            assertThat(found.schema()).isEqualTo(expected.schema());
            for (var column : expected.columns()) {
                for (int row = 0; row < 70; row++) {
                    assertThat(found.text(row, column.name())).as(column.name()).isEqualTo(column.text(row));
                }
            }
        }
    }

    @Test
    void columnsAreCountedInMemoryAndNothingIsLeft() {
        try (var engine = DuckDbEngine.open()) {
            var data = data(engine, 1);
            var plan = plan();
            var formulas = new FeatureSql(Dialect.DUCKDB, plan).formulas();
            var events = Sql.of("(")
                    .then(data.events().rows(EventColumns.of(plan), plan.zone()))
                    .then(")");
            try (var counting = new LevelCounting(engine, events, formulas.isBefore(), "f", Progress.NONE)) {
                counting.choose(data, formulas.gatherings());
                counting.beside(data);
                assertThat(counting.rest(formulas.gatherings()))
                        .as("some features of types begin with the first event")
                        .containsOnlyKeys(Grain.Each.EVENT, grain("type"));
                assertThat(engine.has("f_figures")).isTrue();
            }
            assertThat(engine.has("f_figures")).isFalse();
            assertThat(engine.has("f_people")).isFalse();
        }
    }

    @Test
    void aColumnOfMoreThanAMillionLevelsStaysWithTheEngine() {
        try (var engine = DuckDbEngine.open()) {
            var events = engine.create(
                    "happened",
                    Sql.of("select 'c' || (i % 3) as customer_id, timestamp '2026-05-01' as timestamp, 'view' as type,"
                            + " i as visit, i % 1000000 as item_id from range(1000001) t(i)"),
                    Progress.NONE);
            var data = new CustomerData(engine.create("people", Sql.of(PEOPLE), Progress.NONE), List.of(events));
            var visits = new Aggregated("visits", Measurement.DISTINCT, "visit");
            var items = new Aggregated("items", Measurement.DISTINCT, "item_id");
            var plan = new FeaturePlan(AS_OF, "purchase", List.of(visits, items));
            var formulas = new FeatureSql(Dialect.DUCKDB, plan).formulas();
            var rows = Sql.of("(")
                    .then(data.events().rows(EventColumns.of(plan), plan.zone()))
                    .then(")");

            try (var counting = new LevelCounting(engine, rows, formulas.isBefore(), "f", Progress.NONE)) {
                counting.choose(data, formulas.gatherings());
                assertThat(counting.rest(formulas.gatherings())).containsOnlyKeys(grain("visit"));
            }
            FeatureComputation.run(engine, data, plan, "f", Progress.NONE);
            assertThat(engine.number(Sql.of("select visits from f where customer_id = 'c1'"), Progress.NONE))
                    .as("1, 4 … 1,000,000")
                    .isEqualTo(333_334);
            assertThat(engine.number(Sql.of("select items from f where customer_id = 'c0'"), Progress.NONE))
                    .as("0, 3 … 999,999; only 1,000,000 comes back as 0 and is of c1")
                    .isEqualTo(333_334);
        }
    }

    private static Grain grain(String column) {
        return new Grain.Levels(new Column(column));
    }
}
