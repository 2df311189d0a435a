package corymb.clustering;

import corymb.stats.Seed;
import corymb.work.Parallel;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Candidates for first centres, drawn in a few rounds over all rows: in each, every row may become one with a chance in proportion to its
 * squared distance from those before it, about twice as many as centres are wanted. Each candidate then counts as much as the rows
 * it is nearest to, and the first centres are found among them as among rows.
 *
 * <p>Reference: B. Bahmani, B. Moseley, A. Vattani, R. Kumar, S. Vassilvitskii, Scalable k-means++ (k-means‖), Proceedings of the VLDB
 * Endowment 5 (2012), doi:10.14778/2180912.2180915, with five rounds and l = 2k as there. Cost: O(rows x clusters x columns) a round.
 */
final class OversampledSeeding {
    private static final int ROUNDS = 5;
    private static final int BLOCK = 8_192;

    private final Points points;
    private final float[] nearest;

    private OversampledSeeding(Points points) {
        this.points = points;
        this.nearest = new float[points.count()];
        Arrays.fill(nearest, Float.MAX_VALUE);
    }

    /** The candidates, each with what it counts; all rows where these are hardly more, or the candidates too many. */
    static Points candidates(Points points, int clusters, Seed seed, Progress progress) {
        int enough = 1 + 2 * clusters * ROUNDS;
        if (points.count() <= enough || enough > Lloyd.MOST_CENTRES) {
            return points;
        }
        int[] chosen = new OversampledSeeding(points).draw(clusters, seed, progress);
        // Some rows lie so far off that nobody else is ever drawn.
        return chosen.length < clusters ? points : counted(points, chosen, progress);
    }

    private int[] draw(int clusters, Seed seed, Progress progress) {
        int[] chosen = {seed.generator().nextInt(points.count())};
        double potential = approach(chosen, progress);
        for (int round = 0; round < ROUNDS && potential > 0; round++) {
            int[] drawn = drawn(2 * clusters / potential, seed.derive(round), progress);
            potential = approach(drawn, progress);
            chosen = IntStream.concat(Arrays.stream(chosen), Arrays.stream(drawn))
                    .toArray();
        }
        return chosen;
    }

    /** Every block of rows has a chance of its own, so that it does not matter who works on it. */
    private int[] drawn(double factor, Seed seed, Progress progress) {
        var isDrawn = new boolean[points.count()];
        Parallel.forBlocks(points.count(), BLOCK, progress, (block, from, to) -> {
            var chance = seed.derive(block).generator();
            for (int row = from; row < to; row++) {
                isDrawn[row] = chance.nextDouble() < factor * points.weight(row) * nearest[row];
            }
        });
        return IntStream.range(0, isDrawn.length).filter(row -> isDrawn[row]).toArray();
    }

    /** Lets more candidates draw the rows nearer; the sum of the squared distances then. */
    private double approach(int[] drawn, Progress progress) {
        var sums = new double[Parallel.blocks(points.count(), BLOCK)];
        var places = Arrays.stream(drawn).mapToObj(points::row).toArray(double[][]::new);
        var squares = new float[points.count()];
        Parallel.forBlocks(points.count(), BLOCK, progress, (block, from, to) -> {
            for (var place : places) {
                points.squaredDistances(place, squares, from, to);
                keepNearer(squares, from, to);
            }
            for (int row = from; row < to; row++) {
                sums[block] += points.weight(row) * nearest[row];
            }
        });
        return Arrays.stream(sums).reduce(0, Double::sum);
    }

    private void keepNearer(float[] squares, int from, int to) {
        var least = nearest;
        for (int row = from; row < to; row++) {
            least[row] = Math.min(least[row], squares[row]);
        }
    }

    private static Points counted(Points points, int[] chosen, Progress progress) {
        var candidates = points.rows(chosen);
        var places = IntStream.range(0, chosen.length).mapToObj(candidates::row).toArray(double[][]::new);
        var counts = new double[chosen.length];
        int[] nearest = new Lloyd(points, places).nearest(progress);
        for (int row = 0; row < nearest.length; row++) {
            counts[nearest[row]] += points.weight(row);
        }
        // Of equal candidates the first has all the rows.
        int[] counting =
                IntStream.range(0, counts.length).filter(i -> counts[i] > 0).toArray();
        return candidates
                .rows(counting)
                .weighing(Weights.of(
                        IntStream.of(counting).mapToDouble(i -> counts[i]).toArray()));
    }
}
