package corymb.feature;

import java.util.List;

/** How many customers have which values. */
public record Histogram(List<Bin> bins) {
    /** Of more values only the commonest are told. */
    static final int MOST_VALUES = 20;

    /** More than sums of fractions can be off. */
    private static final double WIDE = 1.5;

    public Histogram {
        bins = List.copyOf(bins);
    }

    /** Whether the first range is wider than others, since it holds all that is far below. */
    public boolean beginsFarOut() {
        return !bins.isEmpty() && isWide(bins.getFirst());
    }

    /** Whether the last range is wider than others, since it holds all that is far above. */
    public boolean endsFarOut() {
        return !bins.isEmpty() && isWide(bins.getLast());
    }

    /** Whether ranges, but for those far out, are whole numbers, one each. */
    public boolean isCounted() {
        return bins.stream().anyMatch(Bin::isOneNumber)
                && bins.stream().allMatch(bin -> bin.isOneNumber() || isWide(bin));
    }

    private boolean isWide(Bin bin) {
        double least = bins.stream().mapToDouble(Bin::width).min().orElse(0);
        return least > 0 && bin.width() > WIDE * least;
    }

    /**
     * The customers whose values lie together.
     *
     * @param label the value itself for texts, the range for numbers and times
     * @param from the smallest value, inclusive; NaN for texts
     * @param to the largest value, exclusive but for the last bin; NaN for texts
     * @param count how many customers
     */
    public record Bin(String label, double from, double to, long count) {
        double width() {
            return to - from;
        }

        private boolean isOneNumber() {
            return width() == 1 && label.equals(Long.toString((long) from));
        }
    }
}
