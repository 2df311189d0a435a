package corymb.ui.recommend;

import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.ui.kit.Texts;

/** The queries behind the page's tables and charts. */
final class RecommendRows {
    private static final int MOST_BARS = 12;

    private RecommendRows() {}

    /** Every recommendation, in the words of the page. */
    static Sql of(Relation table) {
        return Sql.of("select customer_id as " + column("recommend.columnCustomer")
                + ", rank as " + column("recommend.columnRank")
                + ", title as " + column("recommend.columnItem")
                + ", case when reason = 'popular' then 'popular with everybody' else reason end as "
                + column("recommend.columnReason")
                + ", round(score, 4) as " + column("recommend.columnScore")
                + ", item_id as " + column("recommend.columnItemId")
                + " from " + table.quoted());
    }

    /** Every customer who gets something: how much of it, how much for a reason of their own, and what comes first. */
    static Sql served(Relation table) {
        return Sql.of("select customer_id as " + column("recommend.columnCustomer")
                + ", count(*) as " + column("recommend.columnItems")
                + ", count(*) filter (reason <> 'popular') as " + column("recommend.columnPersonal")
                + ", arg_min(title, rank) as " + column("recommend.columnFirst")
                + " from " + table.quoted() + " group by customer_id order by customer_id");
    }

    static Sql mostRecommended(Relation table) {
        return Sql.of("select item_id, min(title) as title, count(*) as customers from " + table.quoted()
                + " group by item_id order by customers desc, item_id limit " + MOST_BARS);
    }

    private static String column(String key) {
        return Sql.name(Texts.of(key));
    }
}
