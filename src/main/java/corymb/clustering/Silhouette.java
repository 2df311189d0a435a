package corymb.clustering;

import corymb.stats.Interval;
import corymb.stats.Seed;
import corymb.stats.StandardNormal;
import corymb.table.Matrix;
import corymb.work.Progress;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much nearer rows are to their own cluster than to the next one, from -1 to 1.
 *
 * <p>Rows of no cluster are left out: they are neither scored nor counted as neighbours. A row alone in its cluster counts 0.
 * Exact up to {@value #LIMIT} rows; beyond, a sample of the rows in which every cluster has its share is scored, each against
 * all rows, so that the mean is unbiased.
 *
 * <p>Reference: P. J. Rousseeuw, Silhouettes: a graphical aid to the interpretation and validation of cluster analysis,
 * Journal of Computational and Applied Mathematics 20 (1987), doi:10.1016/0377-0427(87)90125-7; the sample and its interval:
 * W. G. Cochran, Sampling techniques (1977), chapter 5. Cost: O(scored rows x rows x (columns + partitions)): distances are
 * taken once for all partitions.
 *
 * @param mean the mean silhouette of the rows that were scored
 * @param rows how many rows were scored
 * @param interval what the mean over all rows lies in with 95 % confidence; the mean alone where all were scored
 */
public record Silhouette(double mean, int rows, Interval interval) {
    /** Up to so many rows all are scored. */
    public static final int LIMIT = 20_000;

    /** So many rows of more are scored at least. */
    static final int FEWEST_SCORED = 2_000;

    private static final double MOST_DISTANCES = (double) LIMIT * LIMIT;
    private static final double CRITICAL = StandardNormal.critical(0.05);

    /**
     * The silhouettes of several partitions of the same rows, in their order.
     *
     * @throws corymb.work.Failure when a value is missing or too large
     */
    public static List<Silhouette> of(Matrix rows, List<Assignments> partitions, Seed seed, Progress progress) {
        Rows.requireFinite(rows);
        return of(new EuclideanDistances(rows), partitions, seed, progress);
    }

    /** The same by other distances. */
    static List<Silhouette> of(RowDistances rows, List<Assignments> partitions, Seed seed, Progress progress) {
        int count = rows.count();
        var scored = count <= LIMIT
                ? Sample.rows(count, count, seed.generator())
                : Sample.spread(partitions, wanted(count), seed.generator());
        var scores = new SilhouetteScores(rows, scored, partitions).scores(progress);
        progress.report(1, "Scoring the clusters");
        double left = 1 - (double) scored.length / Math.max(1, count);
        return IntStream.range(0, partitions.size())
                .mapToObj(index -> of(partitions.get(index), scored, scores[index], left))
                .toList();
    }

    private static int wanted(int count) {
        return Math.max(FEWEST_SCORED, (int) (MOST_DISTANCES / count));
    }

    /**
     * The mean of the scores of some rows, and the interval for that of all.
     *
     * @param left the share of all rows that was not scored
     */
    static Silhouette of(Assignments partition, int[] scored, double[] scores, double left) {
        var sizes = new int[partition.clusterCount()];
        var sums = new double[partition.clusterCount()];
        for (int i = 0; i < scored.length; i++) {
            int cluster = partition.get(scored[i]);
            if (cluster != Assignments.NOISE) {
                sizes[cluster]++;
                sums[cluster] += scores[i];
            }
        }
        var squares = new double[sizes.length];
        for (int i = 0; i < scored.length; i++) {
            int cluster = partition.get(scored[i]);
            if (cluster != Assignments.NOISE) {
                double off = scores[i] - sums[cluster] / sizes[cluster];
                squares[cluster] += off * off;
            }
        }
        return of(sizes, sums, squares, left);
    }

    private static Silhouette of(int[] sizes, double[] sums, double[] squares, double left) {
        int rows = 0;
        double sum = 0;
        double spread = 0;
        for (int cluster = 0; cluster < sizes.length; cluster++) {
            rows += sizes[cluster];
            sum += sums[cluster];
            spread += sizes[cluster] < 2 ? 0 : squares[cluster] * sizes[cluster] / (sizes[cluster] - 1);
        }
        double mean = rows == 0 ? 0 : sum / rows;
        double margin = rows == 0 || left == 0 ? 0 : CRITICAL * Math.sqrt(left * spread) / rows;
        return new Silhouette(mean, rows, new Interval(mean - margin, mean + margin));
    }
}
