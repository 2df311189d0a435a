package corymb.clustering;

import corymb.table.Matrix;

/**
 * How far clusters lie apart over how wide they are: the variance between their centres over that within them; more is better.
 *
 * <p>Rows of no cluster are left out.
 *
 * <p>Reference: T. Caliński, J. Harabasz, A dendrite method for cluster analysis, Communications in Statistics 3 (1974),
 * doi:10.1080/03610927408827101. Cost: O(rows x columns).
 */
public final class CalinskiHarabasz {
    private CalinskiHarabasz() {}

    /** The index; 0 for fewer than two clusters or no more rows than clusters, 1 where no cluster has any width, as scikit-learn. */
    public static double of(Matrix rows, Assignments assignments) {
        var centres = Centres.of(rows, assignments);
        double within = Centres.squares(rows, assignments, centres);
        return ratio(between(rows, assignments, centres), within, assignments);
    }

    /** The same of what all rows are from one centre, squared, and what those of a cluster are from its own. */
    static double of(double all, double within, Assignments assignments) {
        return ratio(Math.max(0, all - within), within, assignments);
    }

    private static double ratio(double between, double within, Assignments assignments) {
        long used = assignments.size() - assignments.noise();
        long clusters = assignments.sizes().stream().filter(size -> size > 0).count();
        if (clusters < 2 || used <= clusters) {
            return 0;
        }
        return within == 0 ? 1 : between / (clusters - 1) / (within / (used - clusters));
    }

    private static double between(Matrix rows, Assignments assignments, double[] centres) {
        var sizes = assignments.sizes();
        var together = Centres.of(rows, asOne(assignments));
        double sum = 0;
        for (int i = 0; i < centres.length; i++) {
            double off = centres[i] - together[i % rows.columnCount()];
            long size = sizes.get(i / rows.columnCount());
            sum += size == 0 ? 0 : size * off * off;
        }
        return sum;
    }

    private static Assignments asOne(Assignments assignments) {
        return new Assignments(
                1, assignments.stream().map(cluster -> Math.min(cluster, 0)).toArray());
    }
}
