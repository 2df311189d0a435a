package corymb.quality;

import java.util.List;

/**
 * How many values fall into each of some bins of equal width.
 *
 * @param low where the first bin begins; for times in seconds since 1970
 * @param high where the last bin ends
 * @param counts values in each bin; empty when the column holds no numbers or times
 */
public record Histogram(double low, double high, List<Long> counts) {
    public static final Histogram NONE = new Histogram(0, 0, List.of());

    public Histogram {
        counts = List.copyOf(counts);
    }

    /** Where the bin of that number, from 0 on, begins; the last one ends where the one after it would begin. */
    public double edge(int bin) {
        return low + (high - low) * bin / counts.size();
    }
}
