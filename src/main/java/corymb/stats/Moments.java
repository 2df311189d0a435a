package corymb.stats;

/**
 * A sample in short.
 *
 * @param count how many values
 * @param mean their mean
 * @param variance their variance with divisor count - 1
 */
public record Moments(long count, double mean, double variance) {
    /** The moments of these values by two passes, stable for large means. */
    public static Moments of(double... values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double rough = sum / values.length;
        double shifted = 0;
        double squares = 0;
        for (double value : values) {
            shifted += value - rough;
            squares += (value - rough) * (value - rough);
        }
        double correction = shifted / values.length;
        return new Moments(values.length, rough + correction, (squares - correction * shifted) / (values.length - 1));
    }

    /** The variance of the mean as an estimate. */
    public double meanVariance() {
        return variance / count;
    }

    /**
     * The moments of both samples together.
     *
     * <p>Reference: T. F. Chan, G. H. Golub, R. J. LeVeque, Algorithms for computing the sample variance, The American Statistician
     * 37, 1983, doi:10.1080/00031305.1983.10483115.
     */
    public Moments with(Moments other) {
        if (count == 0 || other.count == 0) {
            return count == 0 ? other : this;
        }
        long all = count + other.count;
        double apart = other.mean - mean;
        double squares = squares() + other.squares() + apart * apart * count * other.count / all;
        return new Moments(all, mean + apart * other.count / all, squares / (all - 1));
    }

    /** The sum of squared distances from the mean, which a single value has none of. */
    private double squares() {
        return count > 1 ? variance * (count - 1) : 0;
    }
}
