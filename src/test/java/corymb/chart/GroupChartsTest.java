package corymb.chart;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.clustering.Candidate;
import corymb.clustering.ClusterDetails;
import corymb.clustering.ClusterMethod;
import corymb.clustering.ClusterPlan;
import corymb.clustering.Clusterer;
import corymb.clustering.Counts;
import corymb.clustering.CustomerMatrix;
import corymb.clustering.Measure;
import corymb.clustering.Score;
import corymb.project.GroupDetails;
import corymb.segment.Overlap;
import corymb.sql.DuckDbEngine;
import corymb.sql.Sql;
import corymb.stats.Scaling;
import corymb.stats.Seed;
import corymb.table.Matrix;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The charts of clusters and segments say in words what they show. */
class GroupChartsTest {
    private static final List<Candidate> TRIED = List.of(
            new Candidate(2, 100, 0.41, 50, 3, List.of()),
            new Candidate(3, 40, 0.62, 50, 4, List.of()),
            new Candidate(4, 38, 0.55, 50, 5, List.of()));

    @Test
    void theSilhouetteSaysWhichNumberOfGroupsIsBest() {
        assertThat(ClusterCharts.silhouette(TRIED, 3).caption().finding())
                .isEqualTo("3 groups separate the customers best");
        assertThat(ClusterCharts.silhouette(TRIED, 4).caption().finding())
                .isEqualTo("3 groups would separate the customers better than 4");
    }

    @Test
    void aTextInWhichGroupsDifferIsNamedOnce() {
        try (var engine = DuckDbEngine.open()) {
            var features = engine.create(
                    "f", Sql.of("select cast(i as varchar) as customer_id from range(60) t(i)"), Progress.NONE);
            var columns = List.of("gender=F", "gender=M", "age");
            var values = IntStream.range(0, 60)
                    .mapToObj(i -> new double[] {i % 2, 1 - i % 2, 20 + i % 2 + i % 7})
                    .flatMapToDouble(Arrays::stream)
                    .toArray();
            var clustering = Clusterer.run(
                    engine,
                    new CustomerMatrix(features, new Matrix(columns, values)),
                    new ClusterPlan(
                            columns, Scaling.STANDARD, new ClusterMethod.KMeans(new Counts(2, 3), 2, 100), new Seed(1)),
                    "members",
                    Progress.NONE);
            assertThat(ClusterCharts.centresFinding(clustering, Vocabulary.of(Optional.empty())))
                    .isEqualTo("The groups differ most in gender and age");
            // A box of nothing but noughts and ones would tell nothing.
            var details = new GroupDetails(
                    columns,
                    new ClusterDetails(List.of(), List.of(), List.of(), List.of(), Optional.empty(), Optional.empty()),
                    List.of(),
                    Optional.empty());
            var charts = new GroupCharts(clustering, Vocabulary.of(Optional.empty()));
            var shares = (ChartSpec.RankedBars) charts.boxes(details, 0);
            assertThat(shares.marks()).extracting(ChartSpec.Mark::value).containsExactlyInAnyOrder(0.0, 1.0);
            assertThat(shares.caption().finding()).startsWith("Most in “").endsWith(": 100\u00A0%");
        }
    }

    /** Inertia falls by 60 and then by 2. */
    @Test
    void theInertiaSaysWhereItsElbowIs() {
        assertThat(ClusterCharts.inertia(TRIED, 3).caption().finding())
                .isEqualTo("Beyond 3 groups more of them help little");
    }

    /** The silhouette is best at 2 groups, the criterion least at 3. */
    @Test
    void ofMixturesTheCriterionIsDrawnByWhichTheirNumberIsChosen() {
        var mixtures = List.of(
                new Candidate(2, 100, 0.7, 50, 3, List.of(new Score(Measure.BIC, 900))),
                new Candidate(3, 40, 0.62, 50, 4, List.of(new Score(Measure.BIC, 850))));
        var chart = (ChartSpec.Lines) ClusterCharts.costs(mixtures, 3);
        assertThat(chart.caption().finding()).isEqualTo("3 groups say the most for what they take to describe");
        assertThat(chart.series().getFirst().points())
                .extracting(ChartSpec.Point::y)
                .containsExactly(900.0, 850.0);
        assertThat(ClusterCharts.silhouette(mixtures, 3).caption().finding())
                .isEqualTo("2 groups would separate the customers better than 3");
        assertThat(ClusterCharts.costs(TRIED, 3)).isEqualTo(ClusterCharts.inertia(TRIED, 3));
    }

    @Test
    void theOverlapSaysWhichSegmentsShareMostAndLeadsFromItsLabelsToThem() {
        var overlap = new Overlap(
                List.of("Loyal", "New", "Lost"),
                List.of(30L, 20L, 10L),
                List.of(
                        new Overlap.Pair("Loyal", "New", 4),
                        new Overlap.Pair("Loyal", "Lost", 0),
                        new Overlap.Pair("New", "Lost", 1)),
                55,
                5);

        var chart = (ChartSpec.HeatMap) SegmentCharts.overlap(overlap);

        assertThat(chart.caption().finding()).isEqualTo("“Loyal” and “New” share the most customers: 4");
        assertThat(chart.caption().drawn()).endsWith("60 memberships less 5 repeats are 55 customers");
        assertThat(chart.notes()).contains("“Loyal” and “New”: 4 customers");
        assertThat(chart.rows()).extracting(SegmentCharts::place).containsExactly(0, 1, 2);
    }
}
