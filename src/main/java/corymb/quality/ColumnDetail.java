package corymb.quality;

import java.util.List;

/**
 * What one column holds, more closely than its {@link ColumnProfile} at first sight.
 *
 * @param unique how many values stand in one row only
 * @param infinite numbers too large to reckon with, such as infinity; they are in no other figure of the column
 * @param quantiles the distribution of numbers, ascending; empty for other columns
 * @param areQuantilesApproximate whether they are estimates, typically right to 1 % of the rows
 * @param bottom the least frequent values, least frequent first; empty when the most frequent ones are all there are
 * @param lengths how long texts are
 * @param shapes what texts look like
 */
public record ColumnDetail(
        DistinctCount unique,
        long infinite,
        List<Quantile> quantiles,
        boolean areQuantilesApproximate,
        List<ValueCount> bottom,
        TextLengths lengths,
        Shapes shapes) {
    /** Nothing known, as of reports from before these figures were kept. */
    public static final ColumnDetail NONE =
            new ColumnDetail(new DistinctCount(0, true), 0, List.of(), false, List.of(), TextLengths.NONE, Shapes.NONE);

    public ColumnDetail {
        quantiles = List.copyOf(quantiles);
        bottom = List.copyOf(bottom);
    }

    /** Whether there is something to tell beyond the profile at first sight. */
    public boolean isKnown() {
        return !equals(NONE);
    }
}
