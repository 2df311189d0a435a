package corymb.clustering;

import corymb.table.Matrix;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Splits rows into clusters round centres that are moved by a few random rows at a time: nearly as good as {@link KMeans}, and
 * the time hardly grows with the rows.
 *
 * <p>Each row of a batch draws its centre nearer by one over the number of rows the centre has drawn so far, or by what it counts of
 * what they count. At the end all rows are assigned once.
 *
 * <p>Reference: D. Sculley, Web-scale k-means clustering, WWW (2010), doi:10.1145/1772690.1772862; first centres by greedy
 * k-means++ on a sample. Cost: O((rows + batches x batch rows) x clusters x columns). Assumes: features on comparable scales.
 */
public final class MiniBatchKMeans {
    private static final int FIRST_ROWS = 8_192;
    private static final double BATCHES_PART = 0.9;
    private static final String MOVING = "Moving the centres";

    private final Points points;
    private final MiniBatchPlan plan;
    private final RandomGenerator chance;
    private final double[][] centres;
    private final double[] drawn;

    private MiniBatchKMeans(Points points, MiniBatchPlan plan, Progress progress) {
        this.points = points;
        this.plan = plan;
        this.chance = plan.seed().generator();
        this.centres = first(progress);
        this.drawn = new double[plan.clusters()];
    }

    private double[][] first(Progress progress) {
        return switch (plan.beginning()) {
            case Beginning.PlusPlus _ -> {
                int wanted = Math.max(FIRST_ROWS, 100 * plan.clusters());
                var sample = points.rows(Sample.rows(points.count(), wanted, chance));
                yield GreedySeeding.centres(sample, plan.clusters(), chance, progress);
            }
            case Beginning.Oversampled _ ->
                GreedySeeding.centres(
                        OversampledSeeding.candidates(points, plan.clusters(), plan.seed(), progress),
                        plan.clusters(),
                        chance,
                        progress);
            case Beginning.Groups groups -> points.places(groups.matrix());
        };
    }

    /**
     * The partition after the plan's batches.
     *
     * @throws corymb.work.Failure when there are no rows, all rows are the same, or fewer distinct ones than clusters
     */
    public static Partition run(Matrix rows, MiniBatchPlan plan, Progress progress) {
        return run(Subjects.of(rows), plan, progress);
    }

    static Partition run(Subjects rows, MiniBatchPlan plan, Progress progress) {
        progress.report(0, MOVING);
        var points = Points.of(rows, progress);
        points.requireDistinctRows(plan.clusters());
        var centres = new MiniBatchKMeans(points, plan, progress).move(progress);
        var last = new Lloyd(points, centres).settle(1, 0, progress.between(BATCHES_PART, 1));
        progress.report(1, MOVING);
        return Partition.of(rows, last, plan.clusters(), plan.batches());
    }

    private double[][] move(Progress progress) {
        for (int batch = 0; batch < plan.batches(); batch++) {
            progress.report(BATCHES_PART * batch / plan.batches(), MOVING);
            moveBy(points.rows(chance.ints(plan.batchRows(), 0, points.count()).toArray()));
        }
        return centres;
    }

    /** All rows of a batch find their centre before any centre moves. */
    private void moveBy(Points batch) {
        var nearest = nearest(batch);
        for (int row = 0; row < nearest.length; row++) {
            var centre = centres[nearest[row]];
            drawn[nearest[row]] += batch.weight(row);
            double step = batch.weight(row) / drawn[nearest[row]];
            for (int column = 0; column < centre.length; column++) {
                centre[column] += step * (batch.value(row, column) - centre[column]);
            }
        }
    }

    private int[] nearest(Points batch) {
        var nearest = new int[batch.count()];
        var least = new float[nearest.length];
        var squares = new float[nearest.length];
        Arrays.fill(least, Float.POSITIVE_INFINITY);
        for (int cluster = 0; cluster < centres.length; cluster++) {
            batch.squaredDistances(centres[cluster], squares, 0, squares.length);
            for (int row = 0; row < squares.length; row++) {
                if (squares[row] < least[row]) {
                    least[row] = squares[row];
                    nearest[row] = cluster;
                }
            }
        }
        return nearest;
    }
}
