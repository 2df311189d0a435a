package corymb.clustering;

import corymb.table.Matrix;
import java.util.stream.IntStream;
import smile.clustering.KMeans;
import smile.math.MathEx;

/** The k-means of Smile, to compare ours with. */
public final class SmileKMeans {
    private static final int ROUNDS = 300;

    private SmileKMeans() {}

    /** The best of several starts; its sum of squares is taken here, in the way of ours. */
    public static double inertia(Matrix matrix, int clusters, int starts) {
        var rows = rows(matrix);
        MathEx.setSeed(1);
        return IntStream.range(0, starts)
                .mapToDouble(_ -> inertia(rows, KMeans.fit(rows, clusters, ROUNDS)))
                .min()
                .orElseThrow();
    }

    private static double inertia(double[][] rows, smile.clustering.CentroidClustering<double[], double[]> fit) {
        return IntStream.range(0, rows.length)
                .mapToDouble(row -> MathEx.squaredDistance(rows[row], fit.center(fit.group(row))))
                .sum();
    }

    private static double[][] rows(Matrix rows) {
        return IntStream.range(0, rows.rowCount())
                .mapToObj(row -> IntStream.range(0, rows.columnCount())
                        .mapToDouble(column -> rows.get(row, column))
                        .toArray())
                .toArray(double[][]::new);
    }
}
