package corymb.feature;

import corymb.table.ColumnType;

/**
 * What the values of one feature look like over all customers.
 *
 * @param name the feature's column
 * @param description what it says, in plain words
 * @param unit what it is counted in; may be empty
 * @param type what its values are
 * @param missing how many customers have no value
 * @param minimum NaN, as are the next three, where the values are not numbers or all missing
 * @param histogram numbers and dates in at most 20 bins of equal width, or the 20 commonest texts
 */
public record FeatureSummary(
        String name,
        String description,
        String unit,
        ColumnType type,
        long missing,
        double minimum,
        double median,
        double mean,
        double maximum,
        Histogram histogram) {
    /** The same with other ranges. */
    public FeatureSummary in(Histogram ranges) {
        return new FeatureSummary(name, description, unit, type, missing, minimum, median, mean, maximum, ranges);
    }
}
