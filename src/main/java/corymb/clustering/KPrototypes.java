package corymb.clustering;

import corymb.work.Parallel;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.Comparator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Splits rows of numbers and categories into a given number of clusters so that rows are near the prototype of theirs: the mean of
 * each number and the commonest value of each category, of equally common ones the first by name. A row is as far from a prototype as
 * the squares of what numbers differ by sum to, plus gamma for each category that differs; one that is missing is a value of its own.
 *
 * <p>A start begins at rows far from each other, each drawn with a chance in proportion to how far it is from those before it, and goes on in
 * rounds until no row changes its cluster.
 *
 * <p>Reference: Z. Huang, Extensions to the k-means algorithm for clustering large data sets with categorical values, Data Mining and
 * Knowledge Discovery 2 (1998), doi:10.1023/A:1009769707641; gamma as the Python package kmodes. Cost: O(rows x clusters x columns) a round.
 * Assumes: numbers on comparable scales.
 */
final class KPrototypes {
    private static final int BLOCK = 1_024;
    private static final String STEP = "Moving the prototypes";

    private final MixedRows rows;
    private final Weights weights;
    private final KPrototypesPlan plan;
    private final double gamma;

    private KPrototypes(MixedRows rows, Weights weights, KPrototypesPlan plan) {
        this.rows = rows;
        this.weights = weights;
        this.plan = plan;
        this.gamma = plan.gamma().orElseGet(() -> gamma(rows));
    }

    /** Half the mean standard deviation of the columns of numbers; 1 where there is none. */
    static double gamma(MixedRows rows) {
        double mean = Arrays.stream(rows.numbers())
                .mapToDouble(column -> corymb.stats.Spread.standard(column).width())
                .average()
                .orElse(0);
        return mean > 0 ? mean / 2 : 1;
    }

    /**
     * The best of the plan's starts.
     *
     * @throws corymb.work.Failure when there are no rows, a number is missing, or there are fewer distinct rows than clusters
     */
    static Prototypes run(MixedRows rows, Weights weights, KPrototypesPlan plan, Progress progress) {
        progress.report(0, STEP);
        rows.requireDistinctRows(plan.clusters());
        var best = IntStream.range(0, plan.starts())
                .mapToObj(start -> new KPrototypes(rows, weights, plan).start(start, progress))
                .min(Comparator.comparingDouble(Prototypes::cost))
                .orElseThrow();
        progress.report(1, STEP);
        return best;
    }

    private Prototypes start(int start, Progress progress) {
        var part = progress.between((double) start / plan.starts(), (start + 1.0) / plan.starts());
        var prototypes = first(plan.seed().derive(start).generator(), part);
        boolean isMoving = true;
        while (isMoving && prototypes.rounds() < plan.maxRounds()) {
            part.report(1 - 10.0 / (10 + prototypes.rounds()), STEP);
            isMoving = prototypes.round(part);
        }
        return prototypes;
    }

    private Prototypes first(RandomGenerator chance, Progress progress) {
        var prototypes = new Prototypes(rows, weights, plan.clusters(), gamma);
        var nearest = new double[rows.count()];
        Arrays.fill(nearest, 1);
        for (int cluster = 0; cluster < plan.clusters(); cluster++) {
            progress.check();
            prototypes.place(cluster, drawn(nearest, chance));
            if (cluster == 0) {
                Arrays.fill(nearest, Double.POSITIVE_INFINITY);
            }
            int placed = cluster;
            Parallel.forBlocks(rows.count(), BLOCK, progress, (_, from, to) -> {
                double[] squares = prototypes.distances(placed, from, to);
                for (int row = from; row < to; row++) {
                    nearest[row] = Math.min(nearest[row], squares[row - from]);
                }
            });
        }
        return prototypes;
    }

    private int drawn(double[] nearest, RandomGenerator chance) {
        double all = 0;
        for (int row = 0; row < nearest.length; row++) {
            all += weights.of(row) * nearest[row];
        }
        double left = chance.nextDouble() * all;
        int row = 0;
        while (row < nearest.length - 1 && left >= weights.of(row) * nearest[row]) {
            left -= weights.of(row) * nearest[row++];
        }
        return row;
    }
}
