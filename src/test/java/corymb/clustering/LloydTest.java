package corymb.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import corymb.stats.Seed;
import corymb.table.Matrix;
import corymb.work.Failure;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rounds that leave rows out that cannot have changed, against rounds that compare every row with every centre. */
class LloydTest {
    private static final int ROUNDS = 40;

    @ParameterizedTest(name = "{0} rows of {1} columns, {2} centres, {3}")
    @CsvSource({
        "9000, 2, 1, blobs",
        "9000, 2, 7, blobs",
        "9000, 2, 7, noise",
        "5000, 1, 12, noise",
        "4500, 9, 40, noise",
        "4100, 130, 5, noise",
        "4500, 3, 25, grid",
        "4500, 3, 6, outlier",
        "9000, 4, 8, weights"
    })
    void findsInEveryRoundWhatComparingAllFinds(int rows, int columns, int clusters, String kind) {
        var chance = new Seed(rows + clusters).generator();
        var points = Points.of(matrix(kind, rows, columns, chance), Progress.NONE);
        if (kind.equals("weights")) {
            points = points.weighing(Weights.of(
                    chance.doubles(rows).map(value -> Math.exp(20 * value)).toArray()));
        }
        var first = points;
        var centres = IntStream.range(0, clusters)
                .mapToObj(_ -> first.row(chance.nextInt(rows)))
                .toArray(double[][]::new);
        var lloyd = new Lloyd(points, centres);
        for (int round = 1; round <= ROUNDS; round++) {
            var before = lloyd.centres();
            lloyd.settle(round, 0, Progress.NONE);
            if (lloyd.rounds() == round && isWithoutEmpty(points, before)) {
                assertThat(lloyd.clusters()).isEqualTo(compared(points, before));
            }
        }
        assertThat(lloyd.rounds()).isPositive();
    }

    private static Matrix matrix(String kind, int rows, int columns, RandomGenerator chance) {
        var values = new double[rows * columns];
        Arrays.setAll(values, at -> switch (kind) {
            case "blobs" -> (at / columns) % 6 * 3 + chance.nextGaussian();
            case "grid" -> chance.nextInt(4);
            case "outlier" -> at == 0 ? 1e9 : chance.nextGaussian();
            default -> chance.nextDouble();
        });
        return new Matrix(
                IntStream.range(0, columns).mapToObj(column -> "c" + column).toList(), values);
    }

    private static boolean isWithoutEmpty(Points points, double[][] centres) {
        return Arrays.stream(compared(points, centres)).distinct().count() == centres.length;
    }

    private static int[] compared(Points points, double[][] centres) {
        var nearest = new int[points.count()];
        var least = new float[points.count()];
        var squares = new float[points.count()];
        Arrays.fill(least, Float.MAX_VALUE);
        for (int cluster = 0; cluster < centres.length; cluster++) {
            points.squaredDistances(centres[cluster], squares, 0, squares.length);
            for (int row = 0; row < squares.length; row++) {
                if (squares[row] < least[row]) {
                    least[row] = squares[row];
                    nearest[row] = cluster;
                }
            }
        }
        return nearest;
    }

    @Test
    void leavesOutMostRowsOnceTheCentresHardlyMove() {
        var points = Points.of(Mixture.of(20_000, 4, 5, 4, new Seed(3)), Progress.NONE);
        var centres = GreedySeeding.centres(points, 5, new Seed(4).generator(), Progress.NONE);
        var lloyd = new Lloyd(points, centres).settle(300, 1e-9, Progress.NONE);
        var leads = new Leads(points, 5);
        var search = new NearestTwo(points);
        var rows = IntStream.range(0, NearestTwo.ROWS).toArray();
        System.arraycopy(rows, 0, search.rows, 0, rows.length);
        search.find(rows.length, lloyd.centres(), Progress.NONE);
        var clusters = new char[points.count()];
        for (int row : rows) {
            clusters[row] = (char) search.nearest(row);
            leads.set(row, clusters[row], search.lead(row));
        }
        var moved = lloyd.centres();
        moved[0][0] += 1e-4;
        leads.move(lloyd.centres(), moved);
        assertThat(leads.doubtful(clusters, 0, rows.length, new int[rows.length]))
                .isLessThan(rows.length / 100);
    }

    @Test
    void saysHowManyClustersThereCanBe() {
        var points = Points.of(new Matrix(java.util.List.of("a"), 1, 2, 3), Progress.NONE);
        assertThatThrownBy(() -> new Lloyd(points, new double[Lloyd.MOST_CENTRES + 1][1]))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("65,536");
    }
}
