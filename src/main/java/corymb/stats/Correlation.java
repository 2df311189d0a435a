package corymb.stats;

import corymb.table.NumberColumn;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Pearson's and Spearman's correlation of columns of numbers, over the rows in which both have one.
 *
 * <p>Reference: K. Pearson, Note on regression and inheritance in the case of two parents, Proceedings of the Royal Society of
 * London 58, 1895, doi:10.1098/rspl.1895.0041; C. Spearman, The proof and measurement of association between two things,
 * The American Journal of Psychology 15(1), 1904, doi:10.2307/1412159. Ties share the mean of their ranks.
 *
 * <p>Cost: one sort a column, then one pass a pair.
 */
public final class Correlation {
    private static final int LEAST_ROWS = 3;

    private final NumberColumn values;
    private final int[] ascending;

    public Correlation(NumberColumn values) {
        this.values = values;
        this.ascending = IntStream.range(0, values.size())
                .filter(row -> Double.isFinite(values.get(row)))
                .boxed()
                .sorted(Comparator.comparingDouble(values::get))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Pearson's r with a column of as many rows; NaN where fewer than three rows have both or one of them does not vary. */
    public double pearson(Correlation other) {
        int[] both = both(other);
        var x = new double[both.length];
        var y = new double[both.length];
        for (int i = 0; i < both.length; i++) {
            x[i] = values.get(both[i]);
            y[i] = other.values.get(both[i]);
        }
        return pearson(x, y);
    }

    /** Spearman's rho with a column of as many rows; NaN as for {@link #pearson}. */
    public double spearman(Correlation other) {
        var ranks = ranksAmong(other);
        var otherRanks = other.ranksAmong(this);
        int[] both = both(other);
        var x = new double[both.length];
        var y = new double[both.length];
        for (int i = 0; i < both.length; i++) {
            x[i] = ranks[both[i]];
            y[i] = otherRanks[both[i]];
        }
        return pearson(x, y);
    }

    private int[] both(Correlation other) {
        return IntStream.of(ascending).filter(other::has).toArray();
    }

    private boolean has(int row) {
        return Double.isFinite(values.get(row));
    }

    /** The rank of each row among those in which the other column has a number too. */
    private double[] ranksAmong(Correlation other) {
        int[] both = both(other);
        var ranks = new double[values.size()];
        for (int from = 0; from < both.length; ) {
            int to = from + 1;
            while (to < both.length && values.get(both[to]) == values.get(both[from])) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[both[i]] = (from + to - 1) / 2.0;
            }
            from = to;
        }
        return ranks;
    }

    private static double pearson(double[] x, double[] y) {
        if (x.length < LEAST_ROWS) {
            return Double.NaN;
        }
        scale(x);
        scale(y);
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += x[i] * y[i];
            xx += x[i] * x[i];
            yy += y[i] * y[i];
        }
        return xx == 0 || yy == 0 ? Double.NaN : Math.clamp(xy / Math.sqrt(xx * yy), -1, 1);
    }

    /** Moves the values around nought and between -1 and 1, so that neither great numbers nor small ones get lost. */
    private static void scale(double[] values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        double width = high / 2 - low / 2;
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = width == 0 ? 0 : (values[i] / 2 - low / 2) / width;
            sum += values[i];
        }
        for (int i = 0; i < values.length; i++) {
            values[i] -= width == 0 ? 0 : sum / values.length;
        }
    }
}
