package corymb.quality;

import corymb.stats.DistributionShift;
import corymb.table.ColumnType;

/** What became of a column from one import to a later one. */
public sealed interface ColumnChange {
    String column();

    /** The later one does not have it. */
    record Gone(String column, ColumnType type) implements ColumnChange {}

    /** The earlier one did not have it. */
    record New(String column, ColumnType type) implements ColumnChange {}

    /** Its values are of another type now. */
    record OtherType(String column, ColumnType before, ColumnType after) implements ColumnChange {}

    /** Both have it; its values have too many faces to lay their shares side by side. */
    record Kept(String column, ColumnType type, ColumnFacts before, ColumnFacts after) implements ColumnChange {}

    /**
     * Both have it.
     *
     * @param shift how far its values moved
     * @param mover what moved most of a column of few values; empty of numbers and times
     */
    record Moved(
            String column, ColumnType type, ColumnFacts before, ColumnFacts after, DistributionShift shift, Mover mover)
            implements ColumnChange {}

    /**
     * A value whose share changed.
     *
     * @param value the value; empty when there is none to tell of
     * @param before its share of the earlier
     * @param after its share of the later
     */
    record Mover(String value, double before, double after) {
        static final Mover NONE = new Mover("", 0, 0);
    }
}
