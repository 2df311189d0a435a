package corymb.clustering;

/**
 * How much one grouping of rows tells about another: 1 when each follows from the other, 0 when they are independent.
 *
 * <p>The mutual information over the mean of both entropies. The rows of no cluster count as one more group, as scikit-learn
 * counts them.
 *
 * <p>Reference: A. Strehl, J. Ghosh, Cluster ensembles, Journal of Machine Learning Research 3 (2002), with the arithmetic mean
 * as scikit-learn takes it. Cost: O(rows + clusters²).
 */
public final class NormalizedMutualInformation {
    private NormalizedMutualInformation() {}

    /** The information of two groupings with as many rows; 1 when neither splits anything. */
    public static double of(Assignments one, Assignments other) {
        var table = new Contingency(one, other);
        double most = (entropy(table.ofOne(), table.rows()) + entropy(table.ofOther(), table.rows())) / 2;
        return most == 0 ? 1 : Math.clamp(mutual(table) / most, 0, 1);
    }

    private static double entropy(long[] sizes, double rows) {
        double sum = 0;
        for (long size : sizes) {
            sum -= size == 0 ? 0 : size / rows * Math.log(size / rows);
        }
        return sum;
    }

    private static double mutual(Contingency table) {
        double sum = 0;
        for (int one = 0; one < table.ofOne().length; one++) {
            for (int other = 0; other < table.ofOther().length; other++) {
                long both = table.shared()[one][other];
                double byChance = (double) table.ofOne()[one] * table.ofOther()[other] / table.rows();
                sum += both == 0 ? 0 : (double) both / table.rows() * Math.log(both / byChance);
            }
        }
        return sum;
    }
}
