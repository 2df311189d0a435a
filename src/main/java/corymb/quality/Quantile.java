package corymb.quality;

/**
 * A value that a share of the values lies below.
 *
 * @param share the share, 0 to 1
 * @param value the value, between two neighbours interpolated
 */
public record Quantile(double share, double value) {}
