package corymb.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import corymb.table.Matrix;
import corymb.work.Job;
import corymb.work.KernelContract;
import corymb.work.Progress;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NeighbourDistancesTest extends KernelContract<List<Double>> {
    @Override
    protected List<Double> run(Progress progress) {
        return distances(NeighbourDistances.of(Mixture.of(4_000, 3, 5, 6), 5, progress));
    }

    @Override
    protected List<Double> runLong(Progress progress) {
        return distances(NeighbourDistances.of(Mixture.of(30_000, 12, 5, 1), 30, progress));
    }

    @Override
    protected List<Job<List<Double>>> edgeCases() {
        return EdgeCases.of(rows -> distances(NeighbourDistances.of(rows, 3, Progress.NONE)));
    }

    /** By hand: at 0, 1, 3, 7 the second nearest, the row itself the first, is 1, 1, 2 and 4 away. */
    @Test
    void theDistanceIsToTheNearestWhereTheRowItselfIsTheFirst() {
        var rows = new Matrix(List.of("x"), 7, 0, 3, 1);

        assertThat(distances(NeighbourDistances.of(rows, 2, Progress.NONE))).startsWith(1.0, 1.0, 2.0, 4.0);
        assertThat(distances(NeighbourDistances.of(rows, 1, Progress.NONE))).containsOnly(0.0);
    }

    @Test
    void theDistancesAreThoseALookAtAllPairsFinds() {
        var rows = Mixture.of(800, 5, 3, 2);
        var byAllPairs = IntStream.range(0, 800)
                .mapToDouble(row -> IntStream.range(0, 800)
                        .mapToDouble(other -> Math.sqrt(IntStream.range(0, 5)
                                .mapToDouble(column -> Math.pow(rows.get(row, column) - rows.get(other, column), 2))
                                .sum()))
                        .sorted()
                        .toArray()[6])
                .sorted()
                .toArray();

        var found = NeighbourDistances.of(rows, 7, Progress.NONE).distances();

        for (int i = 0; i < byAllPairs.length; i++) {
            assertThat(found.get(i, 0)).isCloseTo(byAllPairs[i], within(1e-12));
        }
    }

    /** Ninety rows 1 apart and ten ever farther out: the curve is flat, then bends at the last row of the line. */
    @Test
    void theSuggestedRadiusIsWhereTheCurveBends() {
        var values = DoubleStream.concat(
                        IntStream.range(0, 90).mapToDouble(row -> row),
                        IntStream.rangeClosed(1, 10).mapToDouble(row -> 100 + 20.0 * row * row))
                .toArray();

        assertThat(NeighbourDistances.of(new Matrix(List.of("x"), values), 2, Progress.NONE)
                        .suggestedRadius())
                .isEqualTo(1);
    }

    private static List<Double> distances(NeighbourDistances found) {
        return DoubleStream.concat(
                        DoubleStream.of(found.distances().toArray()), DoubleStream.of(found.suggestedRadius()))
                .boxed()
                .toList();
    }
}
