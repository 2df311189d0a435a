package corymb.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import corymb.stats.Scaling;
import corymb.stats.Seed;
import corymb.table.Matrix;
import corymb.work.Job;
import corymb.work.KernelContract;
import corymb.work.Progress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LookingCloserTest extends KernelContract<ClusterDetails> {
    private static ClusterDetails look(Matrix rows, Assignments clusters, ClusterMethod method, Progress progress) {
        var plan = new ClusterPlan(rows.columnNames(), Scaling.NONE, method, new Seed(1));
        return LookingCloser.at(new GroupedRows(rows, Optional.empty(), Optional.empty(), clusters), plan, progress);
    }

    private static ClusterMethod kMeans() {
        return new ClusterMethod.KMeans(new Counts(2, 4), 1, 300);
    }

    private static Assignments halves(int rows) {
        return new Assignments(2, IntStream.range(0, rows).map(row -> row % 2).toArray());
    }

    @Override
    protected ClusterDetails run(Progress progress) {
        return look(Mixture.of(2_000, 3, 4, 5), halves(2_000), kMeans(), progress);
    }

    @Override
    protected ClusterDetails runLong(Progress progress) {
        return look(Mixture.of(40_000, 150, 4, 5), halves(40_000), kMeans(), progress);
    }

    @Override
    protected List<Job<ClusterDetails>> edgeCases() {
        return EdgeCases.of(rows -> look(rows, halves(rows.rowCount()), kMeans(), Progress.NONE));
    }

    /** One row in 5,000 of 20,000 stands for a cluster of five; alone it would count 0, though the cluster lies well apart. */
    @Test
    void aClusterOfFewIsLookedAtWhole() {
        int rows = 20_000;
        var values = IntStream.range(0, rows)
                .mapToDouble(row -> row < 5 ? 1_000 + row : row % 10)
                .toArray();
        var clusters = new Assignments(
                2, IntStream.range(0, rows).map(row -> row < 5 ? 1 : 0).toArray());

        var details = look(new Matrix(List.of("a"), values), clusters, kMeans(), Progress.NONE);

        assertThat(details.silhouettes().getLast())
                .hasSize(5)
                .allSatisfy(score -> assertThat(score).isGreaterThan(0.99));
        assertThat(details.members().getLast().borderline()).hasSize(5);
    }

    /** Quartiles as R's and NumPy's by linear interpolation: of 1, 2, 3, 4, 5 they are 2, 3 and 4. */
    @Test
    void spreadsAndTypicalAndBorderlineRowsFollowTheirDefinitions() {
        var rows = new Matrix(List.of("a"), 1, 2, 3, 4, 5, 100, 101, 60);
        var clusters = new Assignments(2, 0, 0, 0, 0, 0, 1, 1, 1);

        var details = look(rows, clusters, kMeans(), Progress.NONE);

        assertThat(details.spreads().getFirst()).isEqualTo(new ClusterDetails.Spread(0, 0, 1.2, 2, 3, 4, 4.8));
        assertThat(details.members().getFirst().typical().getFirst()).isEqualTo(2);
        assertThat(details.members().getLast().borderline().getFirst()).isEqualTo(7);
        assertThat(details.silhouettes().getLast())
                .hasSize(3)
                .isSortedAccordingTo((one, other) -> Double.compare(other, one));
        assertThat(details.tree()).isEmpty();
        assertThat(details.neighbours()).isEmpty();
    }

    /** The mean of the single silhouettes is the silhouette, which is scikit-learn's for these flowers: 0.552819. */
    @Test
    void silhouettesAreThoseOfTheWhole() {
        var rows = BenchmarkSets.labelled("other_iris").rows();
        var found = KMeans.run(rows, new KMeansPlan(3, 10, 300, new Seed(1)), Progress.NONE)
                .assignments();

        var details = look(rows, found, kMeans(), Progress.NONE);

        assertThat(details.silhouettes().stream()
                        .flatMap(List::stream)
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElseThrow())
                .isCloseTo(0.552819, within(1e-6));
    }

    @Test
    void mergingHasATreeAndDensePlacesHaveNeighbours() {
        var rows = Mixture.of(300, 2, 3, 8);

        assertThat(look(rows, halves(300), new ClusterMethod.Merging(new Counts(2, 3), Linkage.WARD), Progress.NONE)
                        .tree()
                        .orElseThrow()
                        .dendrogram()
                        .rows())
                .isEqualTo(300);
        assertThat(look(rows, halves(300), new ClusterMethod.Dbscan(OptionalDouble.empty(), 5), Progress.NONE)
                        .neighbours())
                .isPresent();
    }
}
