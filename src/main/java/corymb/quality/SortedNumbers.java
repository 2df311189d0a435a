package corymb.quality;

import corymb.stats.Spread;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All numbers of a column that lie on a scale, ascending: one sort gives what the engine needs a grouping, a selection of each
 * quantile and another pass for.
 *
 * <p>Cost: one sort of the numbers, in memory.
 */
final class SortedNumbers {
    /** Greater whole numbers do not all have a double of their own. */
    private static final double GREATEST_EXACT = 0x1p53;

    private final ColumnType type;
    private final double[] values;

    SortedNumbers(NumberColumn column) {
        this.type = column.type();
        this.values = new double[column.size()];
        Arrays.setAll(values, column::get);
        Arrays.sort(values);
    }

    int size() {
        return values.length;
    }

    /** Whether different values of the column are different here too. */
    boolean areExact() {
        return type != ColumnType.INTEGER
                || values.length == 0
                || Math.max(-values[0], values[values.length - 1]) < GREATEST_EXACT;
    }

    /** Those of numbers between which a line is drawn: number 7 in R. J. Hyndman, Y. Fan, doi:10.2307/2684934. */
    List<Quantile> quantiles() {
        return Statistic.SHARES.stream()
                .map(share -> new Quantile(share, quantile(share)))
                .toList();
    }

    private double quantile(double share) {
        return values.length == 0 ? Double.NaN : Spread.quantile(values, share);
    }

    /** How many lie in each of so many bins of equal width from the least to the greatest. */
    List<Long> inBins(int bins) {
        var counts = new long[bins];
        double from = values[0];
        double width = values[values.length - 1] - from;
        for (double value : values) {
            counts[(int) Math.min(bins - 1, Math.floor((value - from) / width * bins))]++;
        }
        return Arrays.stream(counts).boxed().toList();
    }

    /** How often each is there. */
    ValueCounts counts() {
        var most = new Ranking(true);
        var least = new Ranking(false);
        long distinct = 0;
        long once = 0;
        for (int from = 0; from < values.length; ) {
            int to = from + 1;
            while (to < values.length && values[to] == values[from]) {
                to++;
            }
            most.add(values[from], to - from);
            least.add(values[from], to - from);
            distinct++;
            once += to - from == 1 ? 1 : 0;
            from = to;
        }
        return new ValueCounts(
                new DistinctCount(distinct, false),
                new DistinctCount(once, false),
                most.counts(),
                distinct > ValueCounts.MOST ? least.counts() : List.of());
    }

    /** The most or the least frequent of values that come ascending; of equally frequent ones the first. */
    private final class Ranking {
        private record Ranked(double value, long rows) {}

        private final boolean isOfMost;
        private final List<Ranked> ranked = new ArrayList<>();

        Ranking(boolean isOfMost) {
            this.isOfMost = isOfMost;
        }

        void add(double value, long rows) {
            int at = ranked.size();
            while (at > 0 && isBefore(rows, ranked.get(at - 1).rows())) {
                at--;
            }
            if (at < ValueCounts.MOST) {
                ranked.add(at, new Ranked(value, rows));
                if (ranked.size() > ValueCounts.MOST) {
                    ranked.removeLast();
                }
            }
        }

        private boolean isBefore(long rows, long others) {
            return isOfMost ? rows > others : rows < others;
        }

        List<ValueCount> counts() {
            var numbers = new NumberColumn(
                    "", type, ranked.stream().mapToDouble(Ranked::value).toArray());
            var counts = new ArrayList<ValueCount>();
            for (int i = 0; i < ranked.size(); i++) {
                counts.add(new ValueCount(
                        ShownText.of(numbers.text(i)), ranked.get(i).rows()));
            }
            return counts;
        }
    }
}
