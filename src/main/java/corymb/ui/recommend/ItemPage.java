package corymb.ui.recommend;

import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.table.Table;
import corymb.work.Progress;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is known of one recommended item.
 *
 * @param customers how many customers get it
 * @param meanRank where it stands in their lists on average
 * @param leads {@code reason} and {@code customers}: what led to it, most often first
 * @param first the ids of the first customers who get it
 */
record ItemPage(String title, long customers, double meanRank, Table leads, List<String> first) {
    private static final int MOST_LEADS = 10;
    private static final int FIRST_CUSTOMERS = 12;

    ItemPage {
        first = List.copyOf(first);
    }

    /** Reads the page of an item; not on the JavaFX thread. */
    static ItemPage of(Engine engine, Relation table, String item, Progress progress) {
        var from = " from " + table.quoted() + " where item_id = ?";
        var facts = engine.table(
                Sql.of("select min(title) as title, count(*) as customers, avg(rank) as rank" + from, item), progress);
        var leads = engine.table(
                Sql.of(
                        "select reason, count(*) as customers" + from
                                + " group by reason order by customers desc, reason limit " + MOST_LEADS,
                        item),
                progress);
        var first = engine.table(
                Sql.of("select customer_id" + from + " order by customer_id limit " + FIRST_CUSTOMERS, item), progress);
        return new ItemPage(
                facts.text(0, "title"),
                (long) facts.numbers("customers").get(0),
                facts.numbers("rank").get(0),
                leads,
                IntStream.range(0, first.rowCount())
                        .mapToObj(row -> first.text(row, "customer_id"))
                        .toList());
    }
}
