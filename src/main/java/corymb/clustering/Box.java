package corymb.clustering;

import corymb.table.Matrix;
import java.util.List;

/**
 * The rows that lie within every one of some ranges.
 *
 * @param ranges at most one a column; none holds all rows
 */
public record Box(List<Range> ranges) {
    public Box {
        ranges = List.copyOf(ranges);
    }

    public boolean holds(Matrix rows, int row) {
        for (var range : ranges) {
            if (!range.holds(rows.get(row, range.column()))) {
                return false;
            }
        }
        return true;
    }

    /** The same with another range in the place of one. */
    Box with(Range before, Range after) {
        return new Box(ranges.stream()
                .map(range -> range.equals(before) ? after : range)
                .filter(Range::isBound)
                .toList());
    }
}
