package corymb.quality;

import corymb.table.ColumnType;
import java.util.List;

/**
 * What one column holds.
 *
 * @param name its name
 * @param type its type
 * @param missing rows without a value, unreadable ones included
 * @param unreadable values that were there but could not be read
 * @param distinct how many different values
 * @param minimum the smallest value as text; empty when there is none
 * @param maximum the largest value as text; empty when there is none
 * @param numbers the distribution of numbers
 * @param top the most frequent values, most frequent first
 * @param histogram the distribution of numbers and times
 * @param detail the same more closely
 */
public record ColumnProfile(
        String name,
        ColumnType type,
        long missing,
        long unreadable,
        DistinctCount distinct,
        String minimum,
        String maximum,
        NumberSummary numbers,
        List<ValueCount> top,
        Histogram histogram,
        ColumnDetail detail) {
    public ColumnProfile {
        top = List.copyOf(top);
    }

    /** Whether it certainly has another value in each of so many rows. */
    boolean isUnique(long rows) {
        return !distinct.isApproximate() && distinct.values() == rows;
    }
}
