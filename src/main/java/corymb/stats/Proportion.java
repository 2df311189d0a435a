package corymb.stats;

/**
 * How many of a group did something.
 *
 * @param successes how many did, 0 to {@code total}
 * @param total how many there are, above 0
 */
public record Proportion(long successes, long total) {
    public Proportion {
        if (total < 1 || successes < 0 || successes > total) {
            throw new IllegalArgumentException(successes + " of " + total);
        }
    }

    public double rate() {
        return (double) successes / total;
    }

    /** The variance of the rate as an estimate. */
    public double variance() {
        return rate() * (1 - rate()) / total;
    }

    /**
     * The Wilson score interval of the rate.
     *
     * <p>Reference: E. B. Wilson, Probable inference, the law of succession, and statistical inference, 1927,
     * doi:10.1080/01621459.1927.10502953.
     *
     * @param alpha 0.05 for a 95 % interval
     */
    public Interval wilson(double alpha) {
        double z = StandardNormal.critical(alpha);
        double widened = 1 + z * z / total;
        double centre = (rate() + z * z / (2 * total)) / widened;
        double half = z * Math.sqrt(variance() + z * z / (4.0 * total * total)) / widened;
        return new Interval(Math.max(0, centre - half), Math.min(1, centre + half));
    }
}
