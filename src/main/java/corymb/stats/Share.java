package corymb.stats;

/** A part of a whole, 0 to 1. */
public record Share(double value) implements Comparable<Share> {
    public Share {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("A share lies between 0 and 1, not " + value);
        }
    }

    /** {@code part} of {@code whole}; nothing of nothing is 0. */
    public static Share of(long part, long whole) {
        return new Share(whole == 0 ? 0 : (double) part / whole);
    }

    public double percent() {
        return value * 100;
    }

    @Override
    public int compareTo(Share other) {
        return Double.compare(value, other.value);
    }
}
