package corymb.ui.features;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.chart.ChartSpec;
import corymb.feature.Cuts;
import corymb.feature.FeatureDefinition;
import corymb.feature.FeatureDefinition.RfmScore;
import corymb.feature.FeatureDefinition.RfmScore.Part;
import corymb.feature.FeaturePlan;
import corymb.feature.RfmFeature.CutScore;
import corymb.feature.RfmMap;
import corymb.sql.DuckDbEngine;
import corymb.sql.Sql;
import corymb.ui.features.ScoreMap.Counted;
import corymb.ui.features.ScoreMap.Scores;
import corymb.work.Progress;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Buyers by their scores: 10 · recency + frequency of them for each score of money m up to 2 · m, none of money 5. */
class ScoreMapTest {
    private static final String FEATURES = """
            select 'c' || r || f || m || n as customer_id, r as r_score, f as f_score, m as m_score
            from range(1, 6) _(r), range(1, 6) _(f), range(1, 5) _(m), range(10 * r + f) _(n) where f <= 2 * m
            union all select 'never bought', null, null, null""";
    private static final FeatureDefinition RECENCY = new RfmScore(Part.RECENCY);
    private static final FeatureDefinition FREQUENCY = new RfmScore(Part.FREQUENCY);
    private static final FeatureDefinition MONEY = new RfmScore(Part.MONETARY);

    private final DuckDbEngine engine = DuckDbEngine.open();

    @AfterEach
    void close() {
        engine.close();
    }

    private Counted counted(FeatureDefinition... definitions) {
        var plan = new FeaturePlan(Instant.EPOCH, "purchase", List.of(definitions));
        var features = engine.create("features", Sql.of(FEATURES), Progress.NONE);
        return ScoreMap.of(plan).orElseThrow().counted(engine, features, Progress.NONE);
    }

    private static long customers(int recency, int frequency, int money) {
        return money < 5 && frequency <= 2 * money ? 10L * recency + frequency : 0;
    }

    @Test
    void everyOneOfThe125CombinationsIsInTheTableOnceWithItsNameAndItsCustomers() {
        var counted = counted(RECENCY, FREQUENCY, MONEY);
        var table = ScoreCharts.table(counted);
        assertThat(table.rowCount()).isEqualTo(125);
        assertThat(counted.map().combinations()).doesNotHaveDuplicates();
        for (int row = 0; row < 125; row++) {
            int recency = (int) table.numbers("R").get(row);
            int frequency = (int) table.numbers("F").get(row);
            int money = (int) table.numbers("M").get(row);
            assertThat(table.text(row, "Type of buyer")).isEqualTo(RfmMap.name(recency, frequency, money));
            assertThat((long) table.numbers("Customers").get(row)).isEqualTo(customers(recency, frequency, money));
        }
        assertThat(ScoreCharts.finding(counted))
                .contains("80 of the 125", "Champions (recency 5, frequency 5, money 4)");
    }

    @Test
    void theMapOfEachScoreOfMoneyNamesItsCellsAndCountsThoseAlone() {
        var counted = counted(RECENCY, FREQUENCY, MONEY);
        for (int money = 1; money <= 5; money++) {
            var map = (ChartSpec.HeatMap) ScoreCharts.map(counted, OptionalInt.of(money));
            for (int cell = 0; cell < 25; cell++) {
                int recency = 5 - cell / 5;
                int frequency = 1 + cell % 5;
                assertThat(map.names().get(cell)).isEqualTo(RfmMap.name(recency, frequency, money));
                assertThat((long) map.values().get(cell / 5, cell % 5)).isEqualTo(customers(recency, frequency, money));
                var key = new ChartSpec.Cell(
                        map.rows().get(cell / 5), map.values().columnNames().get(cell % 5));
                assertThat(ScoreCharts.scores(counted, OptionalInt.of(money), key))
                        .contains(new Scores(recency, frequency, OptionalInt.of(money)));
            }
        }
        assertThat(ScoreCharts.map(counted, OptionalInt.of(5)).caption().finding())
                .isEqualTo("0 of the 0 buyers with money score 5 are among the best in both recency and frequency");
    }

    @Test
    void theMapOfAnyMoneyAddsThemUpAndNamesNothing() {
        var counted = counted(RECENCY, FREQUENCY, MONEY);
        var map = (ChartSpec.HeatMap) ScoreCharts.map(counted, OptionalInt.empty());
        assertThat(map.values().get(0, 0)).isEqualTo(4 * 51);
        assertThat(map.values().get(4, 4)).isEqualTo(2 * 15);
        assertThat(Arrays.stream(map.values().toArray()).sum()).isEqualTo((double) counted.buyers(OptionalInt.empty()));
        assertThat(map.names()).allMatch(String::isEmpty);
    }

    @Test
    void withoutAScoreOfMoneyThereAre25CombinationsWithoutNames() {
        var counted = counted(RECENCY, FREQUENCY);
        var table = ScoreCharts.table(counted);
        assertThat(table.rowCount()).isEqualTo(25);
        assertThat(table.schema().names()).containsExactly("R", "F", "Customers", "%");
        assertThat(counted.customers(new Scores(5, 1, OptionalInt.empty()))).isEqualTo(4 * 51);
        assertThat(counted.map().moneyScores()).isEmpty();
    }

    @Test
    void scoresOfOtherLevelsHaveNoNames() {
        var halves = new CutScore("m_score", Part.MONETARY, new Cuts.Edges(List.of(1.0, 2.0, 3.0)));
        var counted = counted(RECENCY, FREQUENCY, halves);
        assertThat(counted.map().combinations()).hasSize(100);
        assertThat(ScoreCharts.table(counted).schema().names()).doesNotContain("Type of buyer");
        assertThat(counted.map().words()).contains("Money: one more from each of 1, 2, 3 on.");
    }
}
