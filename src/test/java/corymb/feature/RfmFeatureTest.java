package corymb.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import corymb.feature.EventFeature.Aggregated;
import corymb.feature.FeatureDefinition.RfmScore.Part;
import corymb.feature.RfmFeature.CutScore;
import corymb.feature.RfmFeature.Engagement;
import corymb.feature.RfmFeature.Engagement.Weighted;
import corymb.feature.RfmFeature.LifecycleStage;
import corymb.rule.Measurement;
import corymb.sql.DuckDbEngine;
import corymb.sql.Sql;
import corymb.work.Progress;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Six people: a to e with 1, 1, 1, 2 and 3 purchases, f who only looked; scores counted by hand. */
class RfmFeatureTest {
    private static final Instant AS_OF = Instant.parse("2026-07-01T00:00:00Z");
    private static final String EVENTS = """
            select * from (values
            ('a', timestamp '2026-06-20', 'purchase', 10.0),
            ('b', timestamp '2026-03-01', 'purchase', 20.0),
            ('c', timestamp '2024-01-01', 'purchase', 30.0),
            ('d', timestamp '2024-01-01', 'purchase', 5.0), ('d', timestamp '2026-06-01', 'purchase', 35.0),
            ('e', timestamp '2026-01-01', 'purchase', 50.0), ('e', timestamp '2026-03-03', 'purchase', 30.0),
            ('e', timestamp '2026-06-30', 'purchase', 20.0),
            ('f', timestamp '2026-06-30', 'view', null)
            ) t(customer_id, timestamp, type, "value")""";

    private final DuckDbEngine engine = DuckDbEngine.open();

    @AfterEach
    void close() {
        engine.close();
    }

    private List<String> of(FeatureDefinition feature) {
        var events = engine.create("happened", Sql.of(EVENTS), Progress.NONE);
        var people = engine.create("people", Sql.of("select distinct customer_id from happened"), Progress.NONE);
        var plan = new FeaturePlan(AS_OF, "purchase", List.of(feature));
        FeatureComputation.run(engine, new CustomerData(people, List.of(events)), plan, "f", Progress.NONE);
        var table = engine.table(Sql.of("select * from f order by customer_id"), Progress.NONE);
        return IntStream.range(0, 6)
                .mapToObj(row -> table.text(row, feature.name()))
                .toList();
    }

    private static CutScore fifths(Part part, Cuts.Ties ties) {
        return new CutScore("score", part, new Cuts.Quantiles(List.of(0.2, 0.4, 0.6, 0.8), ties));
    }

    @Test
    void equalValuesGetTheLowerTheHigherOrPartedScores() {
        assertThat(of(fifths(Part.FREQUENCY, Cuts.Ties.LOWEST))).containsExactly("1", "1", "1", "4", "5", "");
        assertThat(of(fifths(Part.FREQUENCY, Cuts.Ties.HIGHEST))).containsExactly("3", "3", "3", "4", "5", "");
        assertThat(of(fifths(Part.FREQUENCY, Cuts.Ties.PARTED))).containsExactly("1", "2", "3", "4", "5", "");
    }

    @Test
    void fifthsOfOnesOwnAreTheUsualOnes() {
        for (var part : Part.values()) {
            assertThat(of(fifths(part, Cuts.Ties.LOWEST))).isEqualTo(of(new FeatureDefinition.RfmScore(part)));
        }
    }

    @Test
    void cutsOfDaysSayThatFewerAreBetter() {
        var cuts = new Cuts.Edges(List.of(30.0, 180.0));
        assertThat(new CutScore("x", Part.RECENCY, cuts).description())
                .isEqualTo("Score of recency: one more for each of 30, 180 days not exceeded");
        assertThat(new CutScore("x", Part.MONETARY, cuts).description())
                .isEqualTo("Score of monetary: one more from each of 30, 180 on");
    }

    /** Floating point has 100 · 0.55 a hair above 55, and 90 · 0.7 one below 63. */
    @Test
    void whoIsExactlyAtACutReachesIt() {
        assertThat(best(100, 0.55, Cuts.Ties.LOWEST)).isEqualTo(45);
        assertThat(best(100, 0.55, Cuts.Ties.PARTED)).isEqualTo(45);
        assertThat(best(90, 0.7, Cuts.Ties.HIGHEST)).isEqualTo(27);
    }

    /** How many of buyers who spent 1, 2, 3 … have the upper of two scores. */
    private long best(int buyers, double share, Cuts.Ties ties) {
        var events = engine.create(
                "spent",
                Sql.of(
                        "select 'c' || i as customer_id, timestamp '2026-06-20' as timestamp, 'purchase' as type, i::double"
                                + " as \"value\" from range(1, " + (buyers + 1) + ") _(i)"),
                Progress.NONE);
        var people = engine.create("spenders", Sql.of("select customer_id from spent"), Progress.NONE);
        var score = new CutScore("score", Part.MONETARY, new Cuts.Quantiles(List.of(share), ties));
        var plan = new FeaturePlan(AS_OF, "purchase", List.of(score));
        FeatureComputation.run(engine, new CustomerData(people, List.of(events)), plan, "f", Progress.NONE);
        return (long) engine.table(Sql.of("select count(*) as n from f where score = 2"), Progress.NONE)
                .numbers("n")
                .get(0);
    }

    @Test
    void fixedEdgesCountWhatIsReachedAndOfRecencyWhatIsNotExceeded() {
        assertThat(of(new CutScore("score", Part.MONETARY, new Cuts.Edges(List.of(20.0, 40.0, 100.0)))))
                .containsExactly("1", "2", "2", "3", "4", "");
        assertThat(of(new CutScore("score", Part.RECENCY, new Cuts.Edges(List.of(11.0, 122.0)))))
                .as("11, 122, 912, 30 and 1 days")
                .containsExactly("3", "2", "1", "2", "3", "");
    }

    @Test
    void cutsThatDoNotAscendAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Cuts.Edges(List.of(2.0, 1.0)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Cuts.Edges(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Cuts.Quantiles(List.of(0.5, 1.0), Cuts.Ties.LOWEST));
        assertThatIllegalArgumentException().isThrownBy(() -> new LifecycleStage(90, 30, 365));
    }

    @Test
    void eachOfThe125CombinationsHasOneName() {
        assertThat(RfmMap.names())
                .hasSize(125)
                .allSatisfy(name -> assertThat(name).isNotBlank());
        assertThat(RfmMap.names().stream().distinct())
                .containsExactlyInAnyOrder(
                        "Champions",
                        "Loyal",
                        "Potentially loyal",
                        "Promising",
                        "New",
                        "Needing attention",
                        "About to sleep",
                        "At risk",
                        "Cannot lose",
                        "Hibernating",
                        "Lost");
        assertThat(RfmMap.names().get((5 - 1) * 25 + (1 - 1) * 5 + 2 - 1))
                .isEqualTo(RfmMap.name(5, 1, 2))
                .isEqualTo("New");
    }

    @Test
    void aGroupIsTheNameOfTheThreeScores() {
        var r = of(new FeatureDefinition.RfmScore(Part.RECENCY));
        var f = of(new FeatureDefinition.RfmScore(Part.FREQUENCY));
        var m = of(new FeatureDefinition.RfmScore(Part.MONETARY));
        var groups = of(new RfmFeature.RfmGroup());
        for (int row = 0; row < 5; row++) {
            assertThat(groups.get(row))
                    .isEqualTo(RfmMap.name(
                            Integer.parseInt(r.get(row)), Integer.parseInt(f.get(row)), Integer.parseInt(m.get(row))));
        }
        assertThat(groups.get(5)).isEmpty();
        assertThat(groups.get(4)).isEqualTo("Champions");
    }

    @Test
    void aGroupWithCutsOfOnesOwnIsTheNameOfThoseScores() {
        var parted = new Cuts.Quantiles(Cuts.FIFTHS.shares(), Cuts.Ties.PARTED);
        var edges = new Cuts.Edges(List.of(20.0, 30.0, 40.0, 50.0));
        var groups = of(new RfmFeature.CutGroup("own", Cuts.FIFTHS, parted, edges));
        var r = of(new FeatureDefinition.RfmScore(Part.RECENCY));
        var f = of(fifths(Part.FREQUENCY, Cuts.Ties.PARTED));
        var m = of(new CutScore("score", Part.MONETARY, edges));
        for (int row = 0; row < 5; row++) {
            assertThat(groups.get(row))
                    .isEqualTo(RfmMap.name(
                            Integer.parseInt(r.get(row)), Integer.parseInt(f.get(row)), Integer.parseInt(m.get(row))));
        }
        assertThat(groups.get(5)).isEmpty();
        assertThat(of(new RfmFeature.CutGroup("own", Cuts.FIFTHS, Cuts.FIFTHS, Cuts.FIFTHS)))
                .isEqualTo(of(new RfmFeature.RfmGroup()));
        var three = new Cuts.Edges(List.of(1.0, 2.0));
        assertThatIllegalArgumentException().isThrownBy(() -> new RfmFeature.CutGroup("own", three, three, three));
    }

    @Test
    void aTrialCountsWhoGetsAScoreUnderEachPolicyForEqualValues() {
        var events = engine.create("happened", Sql.of(EVENTS), Progress.NONE);
        var people = engine.create("people", Sql.of("select distinct customer_id from happened"), Progress.NONE);
        var like = new FeaturePlan(AS_OF, "purchase", List.of());
        var trial = ScoreTrial.run(
                engine,
                new CustomerData(people, List.of(events)),
                new ScoreTrial.Asked(like, Part.FREQUENCY, Cuts.FIFTHS),
                "trial",
                Progress.NONE);
        assertThat(trial.buyers()).isEqualTo(5);
        assertThat(trial.commonest()).isEqualTo(1);
        assertThat(trial.alike()).isEqualTo(3);
        assertThat(trial.ways())
                .extracting(way ->
                        way.scores().stream().map(ScoreTrial.Held::customers).toList())
                .containsExactly(List.of(3L, 0L, 0L, 1L, 1L), List.of(0L, 0L, 3L, 1L, 1L), List.of(1L, 1L, 1L, 1L, 1L));
        assertThat(trial.ways().getFirst().scores().getLast()).isEqualTo(new ScoreTrial.Held(5, 1, 3, 3));
    }

    @Test
    void aStageTellsNewFromActiveFromWonBackFromLost() {
        assertThat(of(new LifecycleStage(30, 90, 365)))
                .containsExactly("new", "at risk", "churned", "won back", "active", "");
        assertThat(of(new LifecycleStage(0, 29, 130)))
                .as("d came back 30 days ago")
                .containsExactly("active", "at risk", "churned", "at risk", "active", "");
    }

    /** Of five others none to four do worse; weights 3 and 1 make three quarters and one. */
    @Test
    void engagementIsTheWeightedMeanOfPlaces() {
        var count = new Aggregated("count", Measurement.COUNT, "");
        var spent = new Aggregated("spent", Measurement.SUM, "value");
        assertThat(of(new Engagement("engaged", List.of(new Weighted(count, 3), new Weighted(spent, 1)))))
                .containsExactly("5", "10", "15", "80", "100", "0");
        assertThat(new Engagement("engaged", List.of(new Weighted(count, 3), new Weighted(spent, 1))).description())
                .contains("75", "25");
    }
}
