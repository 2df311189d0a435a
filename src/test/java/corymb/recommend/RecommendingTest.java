package corymb.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import corymb.sql.DuckDbEngine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.stats.Seed;
import corymb.table.Table;
import corymb.work.Failure;
import corymb.work.JobProgress;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecommendingTest {
    private final DuckDbEngine engine = DuckDbEngine.open();

    @AfterEach
    void close() {
        engine.close();
    }

    private Relation relation(String name, String values) {
        return engine.create(name, Sql.of("select * from (values " + values), Progress.NONE);
    }

    /** Ann and Bob bought a tent and a mat, Cid a tent, Dee looked at a lamp, and Eve did nothing. */
    private Shop shop() {
        return new Shop(
                engine,
                relation("people", "('ann'), ('bob'), ('cid'), ('dee'), ('eve')) t(customer_id)"),
                List.of(relation(
                        "events",
                        "('ann', timestamp '2026-01-01', 'purchase', 'tent'), ('ann', timestamp '2026-01-02', 'purchase', 'mat'),"
                                + " ('bob', timestamp '2026-01-01', 'purchase', 'tent'), ('bob', timestamp '2026-01-03', 'purchase', 'mat'),"
                                + " ('cid', timestamp '2026-01-01', 'purchase', 'tent'), ('dee', timestamp '2026-01-05', 'view', 'lamp'),"
                                + " ('bob', timestamp '2026-01-06', 'search', null), ('gone', timestamp '2026-01-06', 'view', 'lamp'))"
                                + " t(customer_id, timestamp, type, item_id)")),
                List.of(relation("items", "('tent', 'Tent X'), ('mat', 'Mat Y')) t(item_id, title)")));
    }

    private static RecommendationPlan plan(Method method, Weighting weighting, boolean excludesBought) {
        var interactions = List.of(new Interaction("purchase", 4, true));
        return new RecommendationPlan(method, 2, 5, 0, weighting, interactions, 0, excludesBought, new Seed(1));
    }

    private Table rows(Recommendations recommendations) {
        return engine.table(Sql.of("select * from " + recommendations.table().quoted()), Progress.NONE);
    }

    private static List<String> of(Table table, String customer, String column) {
        return IntStream.range(0, table.rowCount())
                .filter(row -> table.text(row, "customer_id").equals(customer))
                .mapToObj(row -> table.text(row, column))
                .toList();
    }

    @Test
    void whatOthersWithTheSameItemsBoughtComesFirstAndNamesItsReason() {
        var result = Recommending.run(shop(), plan(Method.ITEM_KNN, Weighting.COUNT, true), "r", Progress.NONE);
        var table = rows(result);
        assertThat(of(table, "cid", "title")).containsExactly("Mat Y", "lamp");
        assertThat(of(table, "cid", "reason")).containsExactly("because of 'Tent X'", "popular");
        assertThat(Double.parseDouble(of(table, "cid", "score").getFirst()))
                .as("cosine of tent (4, 4, 4) and mat (4, 4, 0)")
                .isCloseTo(2 / Math.sqrt(6), within(1e-6));
        assertThat(result.personal()).isEqualTo(1);
        assertThat(result.items()).isEqualTo(3);
        assertThat(result.coverage().value()).isEqualTo(1);
    }

    @Test
    void whoHasNoHistoryGetsWhatMostPeopleChose() {
        var table = rows(Recommending.run(shop(), plan(Method.ITEM_KNN, Weighting.COUNT, true), "r", Progress.NONE));
        assertThat(of(table, "eve", "item_id")).containsExactly("tent", "mat");
        assertThat(of(table, "eve", "reason")).containsOnly("popular");
        assertThat(Double.parseDouble(of(table, "eve", "score").getFirst()))
                .as("three of the four people with any item")
                .isCloseTo(0.75, within(1e-6));
    }

    @Test
    void boughtItemsComeBackOnlyWhenWanted() {
        var excluding = rows(Recommending.run(shop(), plan(Method.POPULAR, Weighting.COUNT, true), "r", Progress.NONE));
        var keeping = rows(Recommending.run(shop(), plan(Method.POPULAR, Weighting.COUNT, false), "r", Progress.NONE));
        assertThat(of(excluding, "ann", "item_id")).containsExactly("lamp");
        assertThat(of(excluding, "dee", "item_id")).as("a view is no purchase").containsExactly("tent", "mat");
        assertThat(of(keeping, "ann", "item_id")).containsExactly("tent", "mat");
    }

    @Test
    void scoresNeverRiseDownAList() {
        var table = rows(
                Recommending.run(affinities(), plan(Method.ITEM_KNN, Weighting.LOG_COUNT, true), "r", Progress.NONE));
        for (int row = 1; row < table.rowCount(); row++) {
            if (table.text(row, "customer_id").equals(table.text(row - 1, "customer_id"))) {
                assertThat(table.numbers("score").get(row))
                        .isLessThanOrEqualTo(table.numbers("score").get(row - 1));
            }
        }
    }

    @Test
    void shrinkageHalvesALikenessThatRestsOnThatManyPeople() {
        var plain = plan(Method.ITEM_KNN, Weighting.COUNT, true);
        var shrunk = new RecommendationPlan(
                Method.ITEM_KNN, 2, 5, 2, Weighting.COUNT, plain.interactions(), 0, true, new Seed(1));
        var table = rows(Recommending.run(shop(), shrunk, "r", Progress.NONE));
        assertThat(Double.parseDouble(of(table, "cid", "score").getFirst())).isCloseTo(1 / Math.sqrt(6), within(1e-6));
    }

    @Test
    void whatIsLongAgoCountsLessWithAHalfLife() {
        var people = relation("p", "('a'), ('b'), ('c'), ('d')) t(customer_id)");
        var events = relation(
                "e",
                "('a', timestamp '2026-01-01', 'x', 'old'), ('a', timestamp '2026-03-02', 'x', 'new'),"
                        + " ('b', timestamp '2026-03-02', 'x', 'old'), ('b', timestamp '2026-03-02', 'x', 'after old'),"
                        + " ('c', timestamp '2026-03-02', 'x', 'new'), ('c', timestamp '2026-03-02', 'x', 'after new'))"
                        + " t(customer_id, timestamp, type, item_id)");
        var shop = new Shop(engine, people, List.of(events), List.of());
        var fading =
                new RecommendationPlan(Method.ITEM_KNN, 2, 5, 0, Weighting.COUNT, List.of(), 30, true, new Seed(1));
        assertThat(of(rows(Recommending.run(shop, fading, "r", Progress.NONE)), "a", "item_id"))
                .containsExactly("after new", "after old");
    }

    /** 300 people in five groups; each mostly chooses among the twenty items of its group, two items a day. */
    private Shop affinities() {
        var chance = new Seed(7).generator();
        var events = new StringJoiner(", ");
        for (int person = 0; person < 300; person++) {
            for (int day = 1; day <= 12; day++) {
                int group = chance.nextDouble() < 0.85 ? person % 5 : chance.nextInt(5);
                int item = group * 20 + (int) (20 * chance.nextDouble() * chance.nextDouble());
                events.add("('p%03d', timestamp '2026-01-%02d', 'purchase', 'i%02d')".formatted(person, day, item));
            }
        }
        return new Shop(
                engine,
                engine.create(
                        "many",
                        Sql.of("select 'p' || lpad(i::varchar, 3, '0') as customer_id from range(300) t(i)"),
                        Progress.NONE),
                List.of(relation("choices", events + ") t(customer_id, timestamp, type, item_id)")),
                List.of());
    }

    @Test
    void likenessBeatsPopularityWherePeopleHaveTastes() {
        var shop = affinities();
        var knn = Recommending.evaluate(shop, plan(Method.ITEM_KNN, Weighting.LOG_COUNT, true), 3, Progress.NONE);
        var popular = Recommending.evaluate(shop, plan(Method.POPULAR, Weighting.LOG_COUNT, true), 3, Progress.NONE);
        assertThat(knn.customers()).isEqualTo(popular.customers()).isGreaterThan(250);
        assertThat(knn.ndcg()).isGreaterThan(2 * popular.ndcg());
        assertThat(knn.recall()).isGreaterThan(2 * popular.recall());
        assertThat(knn.coverage().value()).isGreaterThan(popular.coverage().value());
    }

    @Test
    void theHeldOutItemsAreTheLastOfEachCustomerAndWhoHasOneItemIsLeftOut() {
        var evaluation = Recommending.evaluate(shop(), plan(Method.ITEM_KNN, Weighting.COUNT, true), 5, Progress.NONE);
        assertThat(evaluation.customers()).as("only Ann and Bob met two items").isEqualTo(2);
        assertThat(evaluation.recall())
                .as("without them nobody bought a mat, so it cannot be recommended")
                .isZero();
    }

    @Test
    void theSamePlanGivesTheSameRows() {
        var shop = affinities();
        var plan = plan(Method.ITEM_KNN, Weighting.LOG_COUNT, true);
        Recommending.run(shop, plan, "first", Progress.NONE);
        Recommending.run(shop, plan, "second", Progress.NONE);
        assertThat(engine.number(Sql.of("select count(*) from (from first except from second)"), Progress.NONE))
                .isZero();
    }

    @Test
    void nothingButTheResultStaysInTheEngine() {
        Recommending.run(shop(), plan(Method.ITEM_KNN, Weighting.COUNT, true), "r", Progress.NONE);
        Recommending.evaluate(shop(), plan(Method.ITEM_KNN, Weighting.COUNT, true), 1, Progress.NONE);
        var names = engine.table(Sql.of("select table_name from duckdb_tables() order by 1"), Progress.NONE);
        assertThat(IntStream.range(0, names.rowCount()).mapToObj(row -> names.text(row, "table_name")))
                .containsExactly("events", "items", "people", "r");
    }

    @Test
    void noCustomersNoItemsAndNoSecondItemAreProblems() {
        var nobody = engine.create("nobody", Sql.of("select '' as customer_id where false"), Progress.NONE);
        var one = relation("one", "('ann')) t(customer_id)");
        var typed = relation("typed", "('ann', timestamp '2026-01-01', 'view')) t(customer_id, timestamp, type)");
        var plan = plan(Method.ITEM_KNN, Weighting.COUNT, true);
        assertThatThrownBy(() ->
                        Recommending.run(new Shop(engine, nobody, List.of(typed), List.of()), plan, "r", Progress.NONE))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("no customers");
        var shop = new Shop(engine, one, List.of(typed), List.of());
        assertThatThrownBy(() -> Recommending.run(shop, plan, "r", Progress.NONE))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("item_id");
        var single = relation(
                "single", "('ann', timestamp '2026-01-01', 'view', 'lamp')) t(customer_id, timestamp, type, item_id)");
        assertThatThrownBy(() -> Recommending.evaluate(
                        new Shop(engine, one, List.of(single), List.of()), plan, 1, Progress.NONE))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("held out");
    }

    @Test
    void progressNeverGoesBackAndACancelledRunStops() {
        var seen = new ArrayList<Double>();
        var progress = new JobProgress((_, _) -> {});
        Recommending.run(shop(), RecommendationPlan.standard(Method.ITEM_KNN, 5), "r", new Recorded(seen));
        assertThat(seen).isSorted().endsWith(1.0);
        progress.cancel();
        assertThatThrownBy(
                        () -> Recommending.run(shop(), RecommendationPlan.standard(Method.ITEM_KNN, 5), "r", progress))
                .isInstanceOf(CancellationException.class);
    }

    /** Keeps the fractions as they were reported. */
    private record Recorded(List<Double> seen) implements Progress {
        @Override
        public void report(double fraction, String step) {
            seen.add(fraction);
        }

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public Registration whenCancelled(Runnable action) {
            return () -> {};
        }
    }
}
