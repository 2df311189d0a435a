package corymb.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import corymb.clustering.BenchmarkSets;
import corymb.clustering.EdgeCases;
import corymb.clustering.Mixture;
import corymb.clustering.Scaler;
import corymb.stats.Scaling;
import corymb.table.Matrix;
import corymb.work.Job;
import corymb.work.KernelContract;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrincipalComponentsTest extends KernelContract<List<Object>> {
    @Override
    protected List<Object> run(Progress progress) {
        return values(PrincipalComponents.of(Mixture.of(5_000, 80, 4, 2), 2, progress));
    }

    @Override
    protected List<Object> runLong(Progress progress) {
        return values(PrincipalComponents.of(Mixture.of(4_000, 1_500, 4, 2), 2, progress));
    }

    @Override
    protected List<Job<List<Object>>> edgeCases() {
        return EdgeCases.of(rows -> values(PrincipalComponents.of(rows, 2, Progress.NONE)));
    }

    private static List<Object> values(PrincipalComponents components) {
        return List.of(
                components.axes(),
                Arrays.stream(components.scores().toArray()).boxed().toList());
    }

    /** As scikit-learn 1.9.1's PCA of the flowers as they are. */
    @Test
    void theFlowersVaryAsPublished() {
        var components =
                PrincipalComponents.of(BenchmarkSets.labelled("other_iris").rows(), 4, Progress.NONE);

        assertShares(components, 0.92461872, 0.05306648, 0.01710261, 0.00521218);
        assertLoadings(components.axes().getFirst(), 0.36138659, -0.08452251, 0.85667061, 0.3582892);
    }

    /** As R's prcomp(iris[1:4], scale. = TRUE). */
    @Test
    void theFlowersOnOneScaleVaryAsPublished() {
        var rows = Scaler.scale(BenchmarkSets.labelled("other_iris").rows(), Scaling.STANDARD)
                .matrix();

        var components = PrincipalComponents.of(rows, 2, Progress.NONE);

        assertThat(components.axes().get(0).share()).isCloseTo(0.7296, within(5e-5));
        assertThat(components.axes().get(1).share()).isCloseTo(0.2285, within(5e-5));
        assertThat(components.axes().getFirst().loadings().getFirst()).isCloseTo(0.5210659, within(5e-7));
        assertThat(components.axes().getFirst().loadings().get(1)).isCloseTo(-0.2693474, within(5e-7));
    }

    /** The way for many columns and the way for few must find the same. */
    @Test
    void manyColumnsAreTakenApartLikeFew() {
        var few = Mixture.of(500, 60, 5, 2);
        var wide = new double[500 * 70];
        for (int row = 0; row < 500; row++) {
            for (int column = 0; column < 60; column++) {
                wide[row * 70 + column] = few.get(row, column);
            }
        }
        var names =
                java.util.stream.IntStream.range(0, 70).mapToObj(i -> "c" + i).toList();

        var whole = PrincipalComponents.of(few, 3, Progress.NONE);
        var largest = PrincipalComponents.of(new Matrix(names, wide), 3, Progress.NONE);

        for (int axis = 0; axis < 3; axis++) {
            assertThat(largest.axes().get(axis).share())
                    .isCloseTo(whole.axes().get(axis).share(), within(1e-12));
            for (int column = 0; column < 60; column++) {
                assertThat(largest.axes().get(axis).loadings().get(column))
                        .isCloseTo(whole.axes().get(axis).loadings().get(column), within(1e-7));
            }
        }
    }

    private static void assertShares(PrincipalComponents components, double... shares) {
        for (int axis = 0; axis < shares.length; axis++) {
            assertThat(components.axes().get(axis).share()).isCloseTo(shares[axis], within(5e-9));
        }
    }

    private static void assertLoadings(MapAxis axis, double... loadings) {
        for (int column = 0; column < loadings.length; column++) {
            assertThat(axis.loadings().get(column)).isCloseTo(loadings[column], within(5e-8));
        }
    }
}
