package corymb.repair;

/** For each output a weighted sum of standardised numbers. */
final class LinearModel {
    private final double[][] weights;
    private final double[] constants;

    LinearModel(double[][] weights, double[] constants) {
        this.weights = weights;
        this.constants = constants;
    }

    double value(int output, double[] row) {
        double value = constants[output];
        for (int i = 0; i < row.length; i++) {
            value += weights[output][i] * row[i];
        }
        return value;
    }

    /** The output of the highest value; the first of equals. */
    int highest(double[] row) {
        int highest = 0;
        double best = value(0, row);
        for (int output = 1; output < constants.length; output++) {
            double value = value(output, row);
            if (value > best) {
                best = value;
                highest = output;
            }
        }
        return highest;
    }
}
