package corymb.recommend;

import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Table;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** The ranked lists of all customers in flat arrays; customers can be filled in from several threads. */
final class Lists {
    /** In place of the item that led to a recommendation: it was popularity. */
    static final int POPULAR = -1;

    private final int top;
    private final int[] lengths;
    private final int[] items;
    private final int[] becauseOf;
    private final float[] scores;

    Lists(int customers, int top) {
        this.top = top;
        this.lengths = new int[customers];
        this.items = new int[Math.multiplyExact(customers, top)];
        this.becauseOf = new int[items.length];
        this.scores = new float[items.length];
    }

    void add(int customer, int item, double score, int because) {
        int place = customer * top + lengths[customer]++;
        items[place] = item;
        scores[place] = (float) score;
        becauseOf[place] = because;
    }

    boolean isFull(int customer) {
        return lengths[customer] == top;
    }

    /** The customer's items, the best first. */
    int[] ranked(int customer) {
        return Arrays.copyOfRange(items, customer * top, customer * top + lengths[customer]);
    }

    /** How many customers have an item for a reason of their own, which is always the first. */
    long personal() {
        long personal = 0;
        for (int customer = 0; customer < lengths.length; customer++) {
            personal += lengths[customer] > 0 && becauseOf[customer * top] != POPULAR ? 1 : 0;
        }
        return personal;
    }

    long distinctItems() {
        var seen = new BitSet();
        for (int customer = 0; customer < lengths.length; customer++) {
            Arrays.stream(ranked(customer)).forEach(seen::set);
        }
        return seen.cardinality();
    }

    /** Columns customer, rank, item, score and because, all by number. */
    Table table() {
        var places = new int[Arrays.stream(lengths).sum()];
        int next = 0;
        for (int customer = 0; customer < lengths.length; customer++) {
            for (int rank = 0; rank < lengths[customer]; rank++) {
                places[next++] = customer * top + rank;
            }
        }
        return new Table(List.of(
                column("customer", ColumnType.INTEGER, places, place -> Math.floorDiv(place, top)),
                column("rank", ColumnType.INTEGER, places, place -> place % top + 1.0),
                column("item", ColumnType.INTEGER, places, place -> items[place]),
                column("score", ColumnType.DECIMAL, places, place -> scores[place]),
                column("because", ColumnType.INTEGER, places, place -> becauseOf[place])));
    }

    private static NumberColumn column(String name, ColumnType type, int[] places, IntToDoubleFunction value) {
        return new NumberColumn(
                name, type, Arrays.stream(places).mapToDouble(value).toArray());
    }
}
