package corymb.clustering;

import java.util.Arrays;
import java.util.List;

/**
 * How unlike rows of numbers and categories are, from 0 to 1: the mean over the columns of how far apart two numbers are as a part of
 * the range of the column, and of 1 for categories that differ. Columns that either row lacks do not count; rows that share no column are 1
 * apart, for nothing says that they are alike.
 *
 * <p>Reference: J. C. Gower, A general coefficient of similarity and some of its properties, Biometrics 27 (1971), doi:10.2307/2528823,
 * one minus his similarity, with weights of 1; truth counts as a number of range 1, so that two who are not count as alike. Cost: O(columns) a
 * pair.
 *
 * @param ranges the range of each column of numbers; a number of a column without one is alike in all rows
 */
record Gower(List<Double> ranges) {
    Gower {
        ranges = List.copyOf(ranges);
    }

    /** By the ranges of columns of numbers. */
    static Gower of(double[]... columns) {
        return new Gower(Arrays.stream(columns).map(Gower::range).toList());
    }

    private static double range(double... column) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : column) {
            low = value < low ? value : low;
            high = value > high ? value : high;
        }
        return high > low ? high - low : 0;
    }

    /** The distances of one of other rows to the first of some rows, as many as are asked for. */
    double[] distances(MixedRows others, int row, MixedRows rows, int count) {
        var sums = new double[count];
        var shared = new double[count];
        for (int column = 0; column < ranges.size(); column++) {
            double value = others.numbers()[column][row];
            if (!Double.isNaN(value)) {
                addNumbers(value, ranges.get(column), rows.numbers()[column], sums, shared);
            }
        }
        for (int column = 0; column < rows.categories().length; column++) {
            int code = others.categories()[column][row];
            if (code != MixedRows.MISSING) {
                addCategories(code, rows.categories()[column], sums, shared);
            }
        }
        for (int i = 0; i < count; i++) {
            sums[i] = shared[i] == 0 ? 1 : sums[i] / shared[i];
        }
        return sums;
    }

    /** Later rows may lie beyond the range, but no number is farther than all of it. */
    private static void addNumbers(double value, double range, double[] column, double[] sums, double[] shared) {
        double part = range > 0 ? 1 / range : 0;
        for (int i = 0; i < sums.length; i++) {
            double apart = Math.abs(column[i] - value) * part;
            boolean isThere = !Double.isNaN(column[i]);
            sums[i] += isThere ? Math.min(apart, 1) : 0;
            shared[i] += isThere ? 1 : 0;
        }
    }

    private static void addCategories(int code, int[] column, double[] sums, double[] shared) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += column[i] == code || column[i] == MixedRows.MISSING ? 0 : 1;
            shared[i] += column[i] == MixedRows.MISSING ? 0 : 1;
        }
    }
}
