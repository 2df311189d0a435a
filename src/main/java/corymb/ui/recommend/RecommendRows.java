package corymb.ui.recommend;

import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.ui.kit.Texts;

/** The queries behind the page's tables and charts. */
final class RecommendRows {
    private static final int MOST_BARS = 12;
    private static final String PERSONAL = "count(*) filter (reason <> 'popular')";

    private RecommendRows() {}

    /** Every recommendation, in the words of the page. */
    static Sql of(Relation table) {
        return Sql.of("select customer_id as " + column("recommend.columnCustomer")
                + ", rank as " + column("recommend.columnRank")
                + ", title as " + column("recommend.columnItem")
                + ", " + whyAndHowMuch()
                + ", item_id as " + column("recommend.columnItemId")
                + " from " + table.quoted());
    }

    /** Every customer who gets something: how much of it, how much for a reason of their own, and what comes first. */
    static Sql served(Relation table) {
        return served(table, "");
    }

    /** Those of them who get something for a reason of their own. */
    static Sql personal(Relation table) {
        return served(table, " having " + PERSONAL + " > 0");
    }

    private static Sql served(Relation table, String which) {
        return Sql.of("select customer_id, count(*) as " + column("recommend.columnItems")
                + ", " + PERSONAL + " as " + column("recommend.columnPersonal")
                + ", arg_min(title, rank) as " + column("recommend.columnFirst")
                + " from " + table.quoted() + " group by customer_id" + which + " order by customer_id");
    }

    /** Every customer who gets an item, where it stands in their list, and why. */
    static Sql getting(Relation table, String item) {
        return Sql.of(
                "select customer_id, rank as " + column("recommend.columnRank") + ", " + whyAndHowMuch() + " from "
                        + table.quoted()
                        + " where item_id = ? order by customer_id",
                item);
    }

    /** Every item that reaches anybody: how many customers, and where it stands in their lists on average. */
    static Sql items(Relation table) {
        return Sql.of("select item_id as " + column("recommend.columnItemId")
                + ", min(title) as " + column("recommend.columnItem")
                + ", count(*) as " + column("recommend.columnCustomers")
                + ", round(avg(rank), 2) as " + column("recommend.columnMeanRank")
                + " from " + table.quoted() + " group by item_id order by count(*) desc, item_id");
    }

    static Sql mostRecommended(Relation table) {
        return Sql.of("select item_id, min(title) as title, count(*) as customers from " + table.quoted()
                + " group by item_id order by customers desc, item_id limit " + MOST_BARS);
    }

    private static String whyAndHowMuch() {
        return "case when reason = 'popular' then 'popular with everybody' else reason end as "
                + column("recommend.columnReason")
                + ", round(score, 4) as " + column("recommend.columnScore");
    }

    private static String column(String key) {
        return Sql.name(Texts.of(key));
    }
}
