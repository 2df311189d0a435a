package corymb.clustering;

/**
 * What a round of expectation gathers from rows: of each distribution the expected number of rows, and the sums of their
 * offsets from its centre and of the products of these.
 */
final class MixtureSums {
    final MixtureShape shape;
    final double[] counts;
    final double[] offsets;
    final double[] products;

    double logLikelihood;

    MixtureSums(MixtureShape shape) {
        this.shape = shape;
        this.counts = new double[shape.clusters()];
        this.offsets = new double[shape.clusters() * shape.columns()];
        this.products = new double[shape.size()];
    }

    /** Adds rows, given by their chances of being of the distribution and, column by column, their offsets from its centre. */
    void add(int cluster, double[] chances, double[][] off) {
        int count = chances.length;
        var weighted = new double[count];
        for (int i = 0; i < count; i++) {
            counts[cluster] += chances[i];
        }
        for (int column = 0; column < shape.columns(); column++) {
            var along = off[column];
            for (int i = 0; i < count; i++) {
                weighted[i] = chances[i] * along[i];
            }
            offsets[cluster * shape.columns() + column] += sum(weighted);
            for (int other = shape.first(column); other <= column; other++) {
                products[shape.at(cluster, column, other)] += product(weighted, off[other]);
            }
        }
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /** Four sums at a time, so that an addition need not wait for the one before. */
    private static double product(double[] one, double[] other) {
        double a = 0, b = 0, c = 0, d = 0;
        int i = 0;
        for (; i < one.length - 3; i += 4) {
            a += one[i] * other[i];
            b += one[i + 1] * other[i + 1];
            c += one[i + 2] * other[i + 2];
            d += one[i + 3] * other[i + 3];
        }
        for (; i < one.length; i++) {
            a += one[i] * other[i];
        }
        return (a + b) + (c + d);
    }

    void add(MixtureSums other) {
        logLikelihood += other.logLikelihood;
        add(other.counts, counts);
        add(other.offsets, offsets);
        add(other.products, products);
    }

    private static void add(double[] values, double[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += values[i];
        }
    }
}
