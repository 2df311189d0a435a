package corymb.quality;

import corymb.stats.Share;

/**
 * A column of one import in figures.
 *
 * @param rows how many rows there are
 * @param missing how many have no value
 * @param distinct how many different values there are
 * @param median half of the numbers, or of the seconds since 1970, lie below it; not a number where the values are neither
 */
public record ColumnFacts(long rows, long missing, long distinct, double median) {
    public Share missingShare() {
        return Share.of(missing, rows);
    }
}
