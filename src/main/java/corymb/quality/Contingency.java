package corymb.quality;

import corymb.table.Column;
import java.util.HashMap;

/**
 * Cramér's V of two columns of categories with its bias corrected, over the rows in which both have one.
 *
 * <p>Reference: H. Cramér, Mathematical Methods of Statistics, Princeton University Press, 1946, page 282; W. Bergsma, A
 * bias-correction for Cramér's V and Tschuprow's T, Journal of the Korean Statistical Society 42(3), 2013,
 * doi:10.1016/j.jkss.2012.10.002.
 *
 * <p>Cost: one pass over the rows a column, one a pair, and the product of their numbers of categories.
 */
final class Contingency {
    private static final int NONE = -1;

    private final int[] codes;
    private final int categories;

    Contingency(Column values) {
        var known = new HashMap<String, Integer>();
        this.codes = new int[values.size()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = values.isMissing(row) ? NONE : known.computeIfAbsent(values.text(row), _ -> known.size());
        }
        this.categories = known.size();
    }

    /** The corrected V with a column of as many rows; NaN where one of them has a single category in these rows. */
    double cramersV(Contingency other) {
        var cells = new long[categories][other.categories];
        long n = 0;
        for (int row = 0; row < codes.length; row++) {
            if (codes[row] != NONE && other.codes[row] != NONE) {
                cells[codes[row]][other.codes[row]]++;
                n++;
            }
        }
        return corrected(cells, (double) n, other.categories);
    }

    private static double corrected(long[][] cells, double n, int width) {
        var rows = new double[cells.length];
        var columns = new double[width];
        for (int i = 0; i < cells.length; i++) {
            for (int j = 0; j < width; j++) {
                rows[i] += (double) cells[i][j];
                columns[j] += (double) cells[i][j];
            }
        }
        int r = filled(rows);
        int c = filled(columns);
        if (r < 2 || c < 2) {
            return Double.NaN;
        }
        double phi = phiSquared(cells, rows, columns);
        double corrected = Math.max(0, phi - (r - 1.0) * (c - 1) / (n - 1));
        double rCorrected = r - (r - 1.0) * (r - 1) / (n - 1);
        double cCorrected = c - (c - 1.0) * (c - 1) / (n - 1);
        double least = Math.min(rCorrected, cCorrected) - 1;
        return least <= 0 ? Double.NaN : Math.clamp(Math.sqrt(corrected / least), 0, 1);
    }

    /** The chi-squared statistic divided by the number of rows. */
    private static double phiSquared(long[][] cells, double[] rows, double[] columns) {
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                if (cells[i][j] > 0) {
                    sum += (double) cells[i][j] * (double) cells[i][j] / (rows[i] * columns[j]);
                }
            }
        }
        return sum - 1;
    }

    private static int filled(double[] sums) {
        int filled = 0;
        for (double sum : sums) {
            filled += sum > 0 ? 1 : 0;
        }
        return filled;
    }
}
