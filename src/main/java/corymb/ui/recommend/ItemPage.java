package corymb.ui.recommend;

import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.table.Table;
import corymb.ui.kit.RowSource;
import corymb.ui.session.QueryRows;
import corymb.work.Progress;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is known of one recommended item.
 *
 * @param customers how many customers get it
 * @param meanRank where it stands in their lists on average
 * @param leads {@code reason} and {@code customers}: what led to it, most often first
 * @param rows the recommendations of it
 */
record ItemPage(String title, long customers, double meanRank, Table leads, RowSource rows) {
    private static final int MOST_LEADS = 10;

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
        var rows = QueryRows.of(engine, RecommendRows.of(table).then(" where item_id = ?", item), progress);
        return new ItemPage(
                facts.text(0, "title"),
                (long) facts.numbers("customers").get(0),
                facts.numbers("rank").get(0),
                leads,
                rows);
    }

    /** The first customers who get it. */
    List<String> first(int count) {
        var page = rows.page(0, count);
        return IntStream.range(0, page.rowCount())
                .mapToObj(row -> page.columns().getFirst().text(row))
                .toList();
    }
}
