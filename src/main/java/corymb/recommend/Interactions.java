package corymb.recommend;

import corymb.table.Table;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/** Who chose what, how strongly; customers and items are numbered in the order of their ids. */
final class Interactions {
    private final SparseRows byCustomer;
    private final SparseRows byItem;
    private final BitSet bought;
    private final int choosers;

    private Interactions(SparseRows byCustomer, int items, BitSet bought) {
        this.byCustomer = byCustomer;
        this.byItem = byCustomer.transposed(items);
        this.bought = bought;
        this.choosers = Math.toIntExact(IntStream.range(0, byCustomer.rows())
                .filter(customer -> byCustomer.length(customer) > 0)
                .count());
    }

    /** Takes the columns customer, item, weight and bought, ordered by customer and item. */
    static Interactions of(Table pairs, int customers, int items) {
        var customer = pairs.numbers("customer");
        var item = pairs.numbers("item");
        var weight = pairs.numbers("weight");
        var isBought = pairs.numbers("bought");
        var starts = new int[customers + 1];
        var columns = new int[pairs.rowCount()];
        var weights = new float[pairs.rowCount()];
        var bought = new BitSet(pairs.rowCount());
        for (int row = 0; row < columns.length; row++) {
            starts[(int) customer.get(row) + 1]++;
            columns[row] = (int) item.get(row);
            weights[row] = (float) weight.get(row);
            bought.set(row, isBought.get(row) != 0);
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        return new Interactions(new SparseRows(starts, columns, weights), items, bought);
    }

    int customers() {
        return byCustomer.rows();
    }

    int items() {
        return byItem.rows();
    }

    SparseRows byCustomer() {
        return byCustomer;
    }

    SparseRows byItem() {
        return byItem;
    }

    /** Whether the customer at that place of {@link #byCustomer} has the item. */
    boolean isBought(int place) {
        return bought.get(place);
    }

    /** How many people chose the item. */
    int popularity(int item) {
        return byItem.length(item);
    }

    /** The part of all people with any item who chose this one. */
    double popularShare(int item) {
        return choosers == 0 ? 0 : (double) popularity(item) / choosers;
    }

    /** Every item, the one that most people chose first, equals in the order of their ids. */
    int[] mostPopular() {
        var order = new long[items()];
        for (int item = 0; item < order.length; item++) {
            order[item] = ((long) (Integer.MAX_VALUE - popularity(item)) << 32) | item;
        }
        Arrays.sort(order);
        return Arrays.stream(order).mapToInt(each -> (int) each).toArray();
    }
}
