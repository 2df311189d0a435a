package corymb.recommend;

import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.work.Problem;
import corymb.work.Progress;
import java.util.BitSet;
import java.util.SortedMap;
import java.util.TreeMap;

/** Each customer's history cut at a moment of his own: the past to learn from, the rest to foretell. */
final class TemporalSplit implements AutoCloseable {
    private final History history;
    private final Relation cuts;

    private TemporalSplit(History history, Relation cuts) {
        this.history = history;
        this.cuts = cuts;
    }

    static TemporalSplit of(History history, int heldOut, Progress progress) {
        var query = Sql.of(
                "with met as (select customer_id, item_id, max(timestamp) as last from "
                        + history.events().quoted()
                        + " group by all), numbered as (select customer_id, last,"
                        + " row_number() over (partition by customer_id order by last desc, item_id) as place,"
                        + " count(*) over (partition by customer_id) as items from met)"
                        + " select customer_id, min(last) as cut from numbered"
                        + " where place <= least(cast(? as bigint), items - 1) group by customer_id",
                heldOut);
        var cuts = history.shop().engine().create(history.events().name() + "_cuts", query, progress);
        return new TemporalSplit(history, cuts);
    }

    /** The events before each customer's cut, and all of customers who have none. */
    Sql training() {
        return Sql.of("select event.* from " + history.events().quoted() + " event left join " + cuts.quoted()
                + " using (customer_id) where cut is null or timestamp < cut");
    }

    /** The held-out items by customer, for customers with a past, that the plan could recommend. */
    SortedMap<Integer, BitSet> truth(Interactions training, RecommendationPlan plan, Progress progress) {
        var pairs = history.shop()
                .engine()
                .table(
                        Sql.of("select distinct customer, item from "
                                + history.events().quoted() + " join "
                                + cuts.quoted() + " using (customer_id) join "
                                + history.customers().quoted()
                                + " using (customer_id) join " + history.items().quoted()
                                + " using (item_id) where timestamp >= cut order by customer, item"),
                        progress);
        var truth = new TreeMap<Integer, BitSet>();
        for (int row = 0; row < pairs.rowCount(); row++) {
            int customer = (int) pairs.numbers("customer").get(row);
            if (training.byCustomer().length(customer) > 0) {
                truth.computeIfAbsent(customer, _ -> new BitSet())
                        .set((int) pairs.numbers("item").get(row));
            }
        }
        if (plan.excludesBought()) {
            truth.forEach((customer, items) -> removeBought(training, customer, items));
        }
        truth.values().removeIf(BitSet::isEmpty);
        if (truth.isEmpty()) {
            throw new Problem(
                            "Nobody chose two different items at different times, so nothing can be held out.",
                            "events",
                            "Import a longer history of events.")
                    .asFailure();
        }
        return truth;
    }

    private static void removeBought(Interactions training, int customer, BitSet items) {
        var chosen = training.byCustomer();
        for (int place = chosen.start(customer); place < chosen.end(customer); place++) {
            if (training.isBought(place)) {
                items.clear(chosen.column(place));
            }
        }
    }

    @Override
    public void close() {
        history.shop().engine().drop(cuts.name());
    }
}
