package corymb.lifetime;

import corymb.stats.Correlation;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.work.Parallel;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;

/**
 * How well the model of purchases foretells: learnt in a first time, held against a second one that it has not seen.
 *
 * <p>Reference: Fader, Hardie and Lee (2005), doi:10.1287/mksc.1040.0098, who hold it against the second 39 weeks of CDNOW.
 *
 * @param fit learnt in the first time
 * @param time how long the second one was, in the unit of the histories
 * @param groups the customers by how often they bought again in the first time, none of them empty
 * @param correlation of expected with actual purchases over the customers, NaN where either does not vary
 * @param meanError how far the expected purchases of a customer are from the actual ones on average
 */
public record HoldOut(PurchaseFit fit, double time, List<Group> groups, double correlation, double meanError) {
    /** Who bought again so often, or oftener, is one group. */
    public static final int MOST_REPEATS = 7;

    private static final int BLOCK = 512;

    public HoldOut {
        groups = List.copyOf(groups);
    }

    /**
     * A customer in both times.
     *
     * @param later on how many days the customer bought in the second
     */
    public record Customer(PurchaseHistory first, int later) {}

    /**
     * Customers who bought again equally often in the first time.
     *
     * @param repeats how often; {@link #MOST_REPEATS} stands for all from there on
     * @param expected purchases of all of them in the second time
     * @param actual what they came to
     */
    public record Group(int repeats, int customers, double expected, long actual) {}

    /**
     * Learns from the first time and looks at the second.
     *
     * <p>Cost: as fitting the model, and one expectation a customer.
     *
     * @param time how long the second one was, above 0, in the unit of the histories
     * @throws corymb.work.Failure when nobody bought twice in the first
     */
    public static HoldOut of(List<Customer> customers, double time, Progress progress) {
        var histories = customers.stream().map(Customer::first).toList();
        var fit = BgNbd.fit(histories, progress.between(0, 0.6));
        var expected = expected(fit.model(), histories, time, progress.between(0.6, 1));
        var actual = customers.stream().mapToDouble(Customer::later).toArray();
        return new HoldOut(
                fit, time, groups(customers, expected), correlation(expected, actual), error(expected, actual));
    }

    private static double[] expected(BgNbd model, List<PurchaseHistory> histories, double time, Progress progress) {
        var expected = new double[histories.size()];
        Parallel.forBlocks(expected.length, BLOCK, progress, (_, from, to) -> {
            for (int i = from; i < to; i++) {
                expected[i] = model.expectedPurchases(histories.get(i), time);
            }
        });
        return expected;
    }

    private static List<Group> groups(List<Customer> customers, double... expected) {
        var sizes = new int[MOST_REPEATS + 1];
        var sums = new double[MOST_REPEATS + 1];
        var laters = new long[MOST_REPEATS + 1];
        for (int i = 0; i < expected.length; i++) {
            int group = Math.min(customers.get(i).first().repeats(), MOST_REPEATS);
            sizes[group]++;
            sums[group] += expected[i];
            laters[group] += customers.get(i).later();
        }
        var groups = new ArrayList<Group>();
        for (int group = 0; group <= MOST_REPEATS; group++) {
            if (sizes[group] > 0) {
                groups.add(new Group(group, sizes[group], sums[group], laters[group]));
            }
        }
        return groups;
    }

    private static double correlation(double[] expected, double[] actual) {
        return of(expected).pearson(of(actual));
    }

    private static Correlation of(double... values) {
        return new Correlation(new NumberColumn("purchases", ColumnType.DECIMAL, values));
    }

    private static double error(double[] expected, double... actual) {
        double sum = 0;
        for (int i = 0; i < expected.length; i++) {
            sum += Math.abs(expected[i] - actual[i]);
        }
        return sum / expected.length;
    }

    /** How many customers there were in the first time. */
    public int customers() {
        return groups.stream().mapToInt(Group::customers).sum();
    }

    /** How many purchases were expected in the second time. */
    public double expected() {
        return groups.stream().mapToDouble(Group::expected).sum();
    }

    /** How many there were. */
    public long actual() {
        return groups.stream().mapToLong(Group::actual).sum();
    }

    /** How much more was expected than came, as a share of what came; below 0 where it was less, NaN where nothing came. */
    public double bias() {
        return actual() == 0 ? Double.NaN : expected() / actual() - 1;
    }
}
