package corymb.table;

import java.util.BitSet;
import java.util.stream.IntStream;

/** An immutable selection of rows. */
public final class RowSet {
    private final BitSet rows;

    private RowSet(BitSet rows) {
        this.rows = rows;
    }

    public static RowSet of(IntStream rows) {
        var bits = new BitSet();
        rows.forEach(bits::set);
        return new RowSet(bits);
    }

    public int size() {
        return rows.cardinality();
    }

    public boolean contains(int row) {
        return rows.get(row);
    }

    public IntStream stream() {
        return rows.stream();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RowSet that && rows.equals(that.rows);
    }

    @Override
    public int hashCode() {
        return rows.hashCode();
    }
}
