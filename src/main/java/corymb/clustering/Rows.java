package corymb.clustering;

import corymb.table.Matrix;
import corymb.work.Failure;
import corymb.work.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.function.IntFunction;

/** What the kernels ask of the rows they are given. */
public final class Rows {
    /** Squares of larger numbers could be too large for a number. */
    private static final double LARGEST = 1e150;

    private Rows() {}

    /** The values row after row; a problem where there are no rows or some value is missing or too large. */
    static double[] values(Matrix rows) {
        if (rows.rowCount() == 0) {
            throw noCustomers();
        }
        requireFinite(rows);
        return rows.toArray();
    }

    /**
     * Leaves with a problem where some value is missing or too large to be squared.
     *
     * @throws Failure then
     */
    public static void requireFinite(Matrix rows) {
        for (int row = 0; row < rows.rowCount(); row++) {
            for (int column = 0; column < rows.columnCount(); column++) {
                if (!(Math.abs(rows.get(row, column)) <= LARGEST)) {
                    throw unusable(rows.columnNames().get(column), rows.get(row, column));
                }
            }
        }
    }

    /** Leaves with a problem where fewer of so many rows are distinct than there are to be clusters, by what makes a row. */
    static void requireDistinct(int count, int clusters, IntFunction<? extends List<?>> key) {
        int different = distinct(count, clusters, key);
        if (count == 0) {
            throw noCustomers();
        }
        if (different == 1 && clusters > 1) {
            throw allAlike();
        }
        if (different < clusters) {
            throw new Problem(
                            "There are only " + different + " different customers, fewer than the " + clusters
                                    + " clusters asked for.",
                            "",
                            "Ask for at most " + different + " clusters or choose more features.")
                    .asFailure();
        }
    }

    /** How many of so many rows are distinct by what makes a row; {@code most} where there are as many or more. */
    static int distinct(int count, int most, IntFunction<? extends List<?>> key) {
        var seen = new HashSet<List<?>>();
        for (int row = 0; row < count && seen.size() < most; row++) {
            seen.add(key.apply(row));
        }
        return seen.size();
    }

    static Failure unusable(String feature, double value) {
        return new Problem(
                        "The feature \"" + feature + "\" has "
                                + (Double.isNaN(value)
                                        ? "missing values."
                                        : "numbers beyond 1e150, too large to reckon with."),
                        "features",
                        Double.isNaN(value)
                                ? "Leave it out, or fill its gaps in the preparation."
                                : "Leave it out, or limit it in the preparation (winsorise).")
                .asFailure();
    }

    /** There is nobody. */
    public static Failure noCustomers() {
        return new Problem("There are no customers to cluster.", "", "Import customers and compute features first.")
                .asFailure();
    }

    /** There is nothing to tell customers apart by. */
    public static Failure allAlike() {
        return new Problem(
                        "All customers have the same values in all chosen features, so there is nothing to tell them apart by.",
                        "",
                        "Choose features that differ between customers.")
                .asFailure();
    }
}
