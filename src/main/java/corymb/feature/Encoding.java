package corymb.feature;

/**
 * How one column of a matrix came from a feature.
 *
 * @param column the matrix column, such as "monetary" or "country=DE"
 * @param feature the feature it was made from
 * @param missing how many customers had no value
 * @param filledWith what stands for a missing value: the median, or 0 for a level of a text
 * @param isLogarithm whether the values are log(1 + value)
 */
public record Encoding(String column, String feature, long missing, double filledWith, boolean isLogarithm) {}
