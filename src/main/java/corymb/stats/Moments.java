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
}
