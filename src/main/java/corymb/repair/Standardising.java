package corymb.repair;

/** Makes numbers have mean 0 and variance 1; one that is missing is the mean, and one that never changes is 0. */
final class Standardising {
    private static final double LEAST = 1e-9;

    private final double[] means;
    private final double[] factors;

    private Standardising(double[] means, double[] factors) {
        this.means = means;
        this.factors = factors;
    }

    /** @param squares the sum of squares about the mean over so many rows */
    static Standardising of(double[] means, double[] squares, int rows) {
        var factors = new double[means.length];
        for (int i = 0; i < factors.length; i++) {
            double deviation = Math.sqrt(squares[i] / Math.max(1, rows));
            factors[i] = deviation > LEAST * Math.abs(means[i]) ? 1 / deviation : 0;
        }
        return new Standardising(means, factors);
    }

    void apply(double[] row) {
        for (int i = 0; i < row.length; i++) {
            row[i] = Double.isNaN(row[i]) ? 0 : (row[i] - means[i]) * factors[i];
        }
    }
}
