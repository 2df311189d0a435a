package corymb.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import corymb.clustering.BenchmarkSets;
import corymb.clustering.EdgeCases;
import corymb.clustering.Mixture;
import corymb.clustering.Scaler;
import corymb.stats.Scaling;
import corymb.stats.Seed;
import corymb.table.Matrix;
import corymb.work.Failure;
import corymb.work.Job;
import corymb.work.KernelContract;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TSneTest extends KernelContract<List<Object>> {
    private static final MapMethod.TSne SHORT = new MapMethod.TSne(10, 12, 20, 60);

    @Override
    protected List<Object> run(Progress progress) {
        return values(run(Mixture.of(1_500, 5, 4, 3), SHORT, progress));
    }

    @Override
    protected List<Object> runLong(Progress progress) {
        return values(run(Mixture.of(3_000, 8, 4, 3), new MapMethod.TSne(10, 12, 50, 400), progress));
    }

    @Override
    protected List<Job<List<Object>>> edgeCases() {
        return EdgeCases.of(rows -> {
            var found = run(rows, SHORT, Progress.NONE);
            assertThat(found.positions().matrix().toArray()).doesNotContain(Double.NaN);
            return values(found);
        });
    }

    private static TSne.Result run(Matrix rows, MapMethod.TSne method, Progress progress) {
        return TSne.run(rows, method, new Seed(1), MapWatch.of(progress));
    }

    private static List<Object> values(TSne.Result found) {
        return List.of(
                found.divergence(),
                Arrays.stream(found.positions().matrix().toArray()).boxed().toList());
    }

    /** Of few rows all others are neighbours, so that the sum over all pairs by its formula must come to the same. */
    @Test
    void theDivergenceIsThatOfAllPairs() {
        var rows = Mixture.of(40, 3, 3, 3);
        var affinities = affinities(rows, 13);
        var positions =
                run(rows, new MapMethod.TSne(13, 12, 50, 200), Progress.NONE).positions();

        double told = new TSneLayout(affinities, new Start(positions), 0).divergence(Progress.NONE);

        assertThat(told).isCloseTo(divergence(affinities, positions), within(1e-5));
        assertThat(told).isLessThan(divergence(affinities, new Positions(new double[40], ramp(40))));
    }

    @Test
    void theAffinitiesAreSymmetricSumToOneAndHaveThePerplexity() {
        var rows = Mixture.of(60, 3, 3, 3);
        var affinities = affinities(rows, 10);
        double sum = 0;
        for (float weight : affinities.weights) {
            sum += weight;
        }

        assertThat(sum).isCloseTo(1, within(1e-6));
        for (int row = 0; row < 60; row++) {
            for (int other = 0; other < 60; other++) {
                assertThat(weight(affinities, row, other)).isEqualTo(weight(affinities, other, row));
            }
        }
    }

    /** The slope by small steps in either direction, as the definition of a gradient has it. */
    @Test
    void theGradientIsTheSlopeOfTheDivergence() {
        var rows = Mixture.of(30, 3, 3, 3);
        var affinities = affinities(rows, 9.6);
        var positions =
                run(rows, new MapMethod.TSne(9.6, 12, 30, 60), Progress.NONE).positions();
        var layout = new TSneLayout(affinities, new Start(positions), 0);
        double step = 1e-4;
        for (int row = 0; row < 30; row += 7) {
            double slope = (divergence(affinities, moved(positions, row, step))
                            - divergence(affinities, moved(positions, row, -step)))
                    / (2 * step);

            assertThat(layout.gradient(row, Progress.NONE)[0]).isCloseTo(slope, within(1e-5));
        }
    }

    /** Boxes that count as one point may be off by some parts in a hundred, as the authors accept of their tree. */
    @Test
    void farPointsMayCountTogether() {
        int count = 3_000;
        var chance = new Seed(7).generator();
        var x = new float[count];
        var y = new float[count];
        for (int i = 0; i < count; i++) {
            x[i] = (float) chance.nextGaussian() * 30;
            y[i] = (float) chance.nextGaussian() * 30;
        }

        var exact = pushes(x, y, 0);
        var near = pushes(x, y, 0.5);

        double off = 0;
        double all = 0;
        for (int i = 0; i < exact.length; i++) {
            off += (near[i] - exact[i]) * (near[i] - exact[i]);
            all += exact[i] * exact[i];
        }
        assertThat(Math.sqrt(off / all)).isBetween(1e-6, 0.02);
        assertThat(exact[1234]).isCloseTo(push(x, y, 1234), within(1e-4f * Math.abs(exact[1234]) + 1e-5f));
    }

    private static float[] pushes(float[] x, float[] y, double opening) {
        var repulsion = new Repulsion(x.length, opening);
        var pushX = new float[x.length];
        repulsion.sort(x, y, Progress.NONE);
        repulsion.enclose(x, y, Progress.NONE);
        repulsion.push(pushX, new float[x.length], Progress.NONE);
        return pushX;
    }

    private static float push(float[] x, float[] y, int row) {
        double push = 0;
        for (int other = 0; other < x.length; other++) {
            double offX = x[row] - x[other];
            double offY = y[row] - y[other];
            double near = 1 / (1 + offX * offX + offY * offY);
            push += near * near * offX;
        }
        return (float) push;
    }

    /** scikit-learn 1.9.1's TSNE(init="pca") keeps 0.992 of the flowers' and 0.967 of the wines' neighbourhoods of 5. */
    @ParameterizedTest
    @CsvSource({"other_iris, 0.98", "uci_wine, 0.95"})
    void neighboursStayNeighbours(String name, double least) {
        var rows = Scaler.scale(BenchmarkSets.labelled(name).rows(), Scaling.STANDARD)
                .matrix();

        var found = run(rows, MapMethod.TSne.USUAL, Progress.NONE);

        assertThat(Trustworthiness.of(rows, found.positions(), 5)).isGreaterThan(least);
    }

    @Test
    void theMapIsShownWhileItUnfolds() {
        List<Positions> shown = new ArrayList<>();

        var found = TSne.run(Mixture.of(300, 4, 3, 4), SHORT, new Seed(1), new MapWatch(shown::add, Progress.NONE));

        assertThat(shown).hasSize(7);
        assertThat(shown.getLast().matrix().toArray())
                .containsExactly(found.positions().matrix().toArray());
        assertThat(shown.getFirst().x(0)).isNotEqualTo(shown.getLast().x(0));
    }

    @Test
    void fewCustomersLowerThePerplexityAndTooFewAreAProblem() {
        var rows = Mixture.of(10, 3, 2, 3);

        assertThat(run(rows, MapMethod.TSne.USUAL, Progress.NONE).perplexity()).isEqualTo(3);
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> run(Mixture.of(3, 3, 2, 3), SHORT, Progress.NONE))
                .satisfies(failure -> assertThat(failure.problem().what()).contains("only 3 customers"));
    }

    private static Graph affinities(Matrix rows, double perplexity) {
        var neighbours = Neighbours.of(rows, rows.rowCount() - 1, new Seed(1), Progress.NONE);
        return Affinities.of(neighbours, perplexity, Progress.NONE);
    }

    private static double[] ramp(int count) {
        var ramp = new double[count];
        Arrays.setAll(ramp, i -> i);
        return ramp;
    }

    private static Positions moved(Positions positions, int row, double step) {
        var x = new double[positions.count()];
        var y = new double[positions.count()];
        Arrays.setAll(x, i -> positions.x(i) + (i == row ? step : 0));
        Arrays.setAll(y, positions::y);
        return new Positions(x, y);
    }

    private static double weight(Graph graph, int row, int other) {
        for (int i = graph.starts[row]; i < graph.starts[row + 1]; i++) {
            if (graph.others[i] == other) {
                return graph.weights[i];
            }
        }
        return 0;
    }

    private static double near(Positions positions, int one, int other) {
        double offX = positions.x(one) - positions.x(other);
        double offY = positions.y(one) - positions.y(other);
        return 1 / (1 + offX * offX + offY * offY);
    }

    private static double divergence(Graph affinities, Positions positions) {
        int count = positions.count();
        double pairs = 0;
        for (int one = 0; one < count; one++) {
            for (int other = 0; other < count; other++) {
                pairs += one == other ? 0 : near(positions, one, other);
            }
        }
        double divergence = 0;
        for (int one = 0; one < count; one++) {
            for (int other = 0; other < count; other++) {
                double wanted = weight(affinities, one, other);
                divergence += wanted > 0 ? wanted * Math.log(wanted / (near(positions, one, other) / pairs)) : 0;
            }
        }
        return divergence;
    }
}
