package corymb.feature;

import java.util.List;

/** How many customers have which values. */
public record Histogram(List<Bin> bins) {
    /** Of more values only the commonest are told. */
    static final int MOST_VALUES = 20;

    public Histogram {
        bins = List.copyOf(bins);
    }

    /**
     * The customers whose values lie together.
     *
     * @param label the value itself for texts, the range for numbers and times
     * @param from the smallest value, inclusive; NaN for texts
     * @param to the largest value, exclusive but for the last bin; NaN for texts
     * @param count how many customers
     */
    public record Bin(String label, double from, double to, long count) {}
}
