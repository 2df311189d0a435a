package corymb.quality;

import java.util.ArrayList;
import java.util.List;

/**
 * How strongly the columns of a source go together, by one measure.
 *
 * @param measure the measure
 * @param columns the columns that were compared
 * @param leftOut how many further columns could have been compared
 * @param rows in how many rows they were compared; fewer than there are when only a sample was looked at
 * @param values the measure of each pair of columns, in the order of {@link #pairs}; NaN where it is not defined, as of a
 *     column that hardly varies
 */
public record Associations(Measure measure, List<String> columns, int leftOut, long rows, List<Double> values) {
    public Associations {
        columns = List.copyOf(columns);
        values = List.copyOf(values);
        if (values.size() != columns.size() * (columns.size() - 1) / 2) {
            throw new IllegalArgumentException(values.size() + " values for " + columns.size() + " columns");
        }
    }

    /** All pairs of columns, each once: the first with all after it, the second with all after it, and so on. */
    public List<Pair> pairs() {
        var pairs = new ArrayList<Pair>();
        for (int left = 0; left < columns.size(); left++) {
            for (int right = left + 1; right < columns.size(); right++) {
                pairs.add(new Pair(columns.get(left), columns.get(right), values.get(pairs.size())));
            }
        }
        return pairs;
    }

    /** The measure of two different columns, given by their places in {@link #columns}. */
    public double between(int one, int other) {
        int left = Math.min(one, other);
        int right = Math.max(one, other);
        return values.get(left * columns.size() - left * (left + 1) / 2 + right - left - 1);
    }

    /** Two columns and how strongly they go together. */
    public record Pair(String left, String right, double value) {}
}
