package corymb.clustering;

import corymb.stats.Seed;
import corymb.table.Matrix;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Puts clusters into ranges of a few columns that people can read: the leaves of a shallow tree, with round bounds.
 *
 * <p>Up to {@value #MOST_GROWN_ON} rows each fifth of the rows is told by a tree grown on the other four, and the ranges come from a
 * tree of all rows; of more rows a random sample grows the tree and all others are held out.
 *
 * <p>Reference: L. Breiman et al., Classification and regression trees (1984), sections 3.4 and 4.3. Cost: six trees of at most
 * {@value #MOST_GROWN_ON} rows.
 */
public final class Distilling {
    private static final int MOST_GROWN_ON = 20_000;
    private static final int FOLDS = 5;
    private static final String STEP = "Looking for rules";

    private final Matrix rows;
    private final Assignments clusters;
    private final DistillationPlan plan;

    private Distilling(Matrix rows, Assignments clusters, DistillationPlan plan) {
        this.rows = rows;
        this.clusters = clusters;
        this.plan = plan;
    }

    /**
     * The ranges of each cluster.
     *
     * @param rows in the units people know
     * @param clusters the cluster of each row, or that it is of none
     * @throws corymb.work.Failure when there are no rows, or a value is missing or too large
     * @throws java.util.concurrent.CancellationException when asked to stop
     */
    public static Distillation run(Matrix rows, Assignments clusters, DistillationPlan plan, Progress progress) {
        if (rows.rowCount() == 0) {
            throw Rows.noCustomers();
        }
        Rows.requireFinite(rows);
        progress.report(0, STEP);
        var distillation = new Distilling(rows, clusters, plan).run(progress);
        progress.report(1, STEP);
        return distillation;
    }

    private Distillation run(Progress progress) {
        int[] order = shuffled(rows.rowCount(), plan.seed().derive("held out"));
        var heldOut = new FitTally(sample(order));
        Distilled told;
        if (order.length > MOST_GROWN_ON) {
            told = distilled(Arrays.copyOf(order, MOST_GROWN_ON), progress);
            heldOut.add(told, Arrays.copyOfRange(order, MOST_GROWN_ON, order.length), progress);
        } else {
            addFolds(order, heldOut, progress);
            told = distilled(order, progress);
        }
        return distillation(told, heldOut, order, progress);
    }

    private void addFolds(int[] order, FitTally heldOut, Progress progress) {
        for (int fold = 0; fold < FOLDS; fold++) {
            int from = (int) ((long) order.length * fold / FOLDS);
            int to = (int) ((long) order.length * (fold + 1) / FOLDS);
            int[] others = IntStream.concat(Arrays.stream(order, 0, from), Arrays.stream(order, to, order.length))
                    .toArray();
            if (others.length > 0) {
                heldOut.add(distilled(others, progress), Arrays.copyOfRange(order, from, to), progress);
            }
            progress.report((fold + 1.0) / (FOLDS + 1), STEP);
        }
    }

    private Distillation distillation(Distilled told, FitTally heldOut, int[] order, Progress progress) {
        var all = new FitTally(sample(order));
        all.add(told, order, progress);
        return new Distillation(
                plan,
                all.fidelity(),
                heldOut.fidelity(),
                heldOut.rows(),
                IntStream.range(0, clusters.clusterCount())
                        .mapToObj(cluster -> new ClusterBoxes(
                                cluster, told.boxes().get(cluster), all.fit(cluster), heldOut.fit(cluster)))
                        .toList());
    }

    private Distilled distilled(int[] places, Progress progress) {
        return Distilled.of(sample(places), plan.depth(), progress);
    }

    private TreeSample sample(int... places) {
        return new TreeSample(rows, clusters, places);
    }

    private static int[] shuffled(int count, Seed seed) {
        var order = IntStream.range(0, count).toArray();
        var chance = seed.generator();
        for (int i = count - 1; i > 0; i--) {
            int other = chance.nextInt(i + 1);
            int held = order[i];
            order[i] = order[other];
            order[other] = held;
        }
        return order;
    }
}
