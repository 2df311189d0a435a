package corymb.quality;

/**
 * The distribution of a column of numbers; all NaN for other columns.
 *
 * @param mean the arithmetic mean
 * @param deviation the sample standard deviation
 * @param lowerQuartile a quarter of the values lie below it
 * @param median half of the values lie below it
 * @param upperQuartile three quarters of the values lie below it
 */
public record NumberSummary(double mean, double deviation, double lowerQuartile, double median, double upperQuartile) {
    public static final NumberSummary NONE =
            new NumberSummary(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
}
