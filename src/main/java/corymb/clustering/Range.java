package corymb.clustering;

/**
 * Which values of a column count.
 *
 * @param column which column
 * @param above only values larger than this, negative infinity where there is no such bound
 * @param upTo only values no larger than this, infinity where there is no such bound
 */
public record Range(int column, double above, double upTo) {

    public boolean holds(double value) {
        return value > above && value <= upTo;
    }

    boolean isBound() {
        return above > Double.NEGATIVE_INFINITY || upTo < Double.POSITIVE_INFINITY;
    }

    Range withoutLow() {
        return new Range(column, Double.NEGATIVE_INFINITY, upTo);
    }

    Range withoutHigh() {
        return new Range(column, above, Double.POSITIVE_INFINITY);
    }
}
