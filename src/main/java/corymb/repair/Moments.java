package corymb.repair;

/** Sums over rows of standardised numbers: of their products, and for each output of their products with it. */
final class Moments {
    private final int width;
    private final double[] products;
    private final double[][] cross;
    private final double[] sums;
    private final double[] counts;
    private double squares;

    Moments(int width, int outputs) {
        this.width = width;
        this.products = new double[width * width];
        this.cross = new double[outputs][width];
        this.sums = new double[outputs];
        this.counts = new double[outputs];
    }

    /** Adds a row that has a value of one output: 1 where outputs are classes. */
    void add(double[] row, int output, double value) {
        for (int i = 0; i < width; i++) {
            double factor = row[i];
            if (factor != 0) {
                for (int j = 0; j <= i; j++) {
                    products[i * width + j] += factor * row[j];
                }
                cross[output][i] += factor * value;
            }
        }
        sums[output] += value;
        counts[output]++;
        squares += value * value;
    }

    void add(Moments other) {
        for (int i = 0; i < products.length; i++) {
            products[i] += other.products[i];
        }
        for (int output = 0; output < cross.length; output++) {
            for (int i = 0; i < width; i++) {
                cross[output][i] += other.cross[output][i];
            }
            sums[output] += other.sums[output];
            counts[output] += other.counts[output];
        }
        squares += other.squares;
    }

    int width() {
        return width;
    }

    int outputs() {
        return cross.length;
    }

    /** The sum of products of two numbers. */
    double product(int one, int other) {
        return products[Math.max(one, other) * width + Math.min(one, other)];
    }

    double cross(int output, int number) {
        return cross[output][number];
    }

    double count(int output) {
        return counts[output];
    }

    double rows() {
        double rows = 0;
        for (double count : counts) {
            rows += count;
        }
        return rows;
    }

    double mean(int output) {
        return sums[output] / counts[output];
    }

    /** The squares of the one output about its mean. */
    double squaresAboutMean() {
        return Math.max(0, squares - sums[0] * sums[0] / counts[0]);
    }
}
