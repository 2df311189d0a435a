package corymb.quality;

/**
 * How many different values a column holds.
 *
 * @param values their number
 * @param isApproximate whether it is an estimate, typically right to 1 %
 */
public record DistinctCount(long values, boolean isApproximate) {
    /** The number in words, such as "about 5210". */
    public String words() {
        return isApproximate ? "about " + values : Long.toString(values);
    }
}
