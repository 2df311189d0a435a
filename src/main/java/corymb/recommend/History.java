package corymb.recommend;

import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.sql.Union;
import corymb.table.ColumnType;
import corymb.table.Field;
import corymb.work.Problem;
import corymb.work.Progress;
import java.util.List;

/** Customers, items and who chose what as tables in the engine, with numbers for ids; closing it drops them. */
final class History implements AutoCloseable {
    private static final List<Field> EVENT = List.of(
            new Field("customer_id", ColumnType.TEXT),
            new Field("timestamp", ColumnType.TIMESTAMP),
            new Field("type", ColumnType.TEXT),
            new Field("item_id", ColumnType.TEXT));
    private static final List<Field> ITEM =
            List.of(new Field("item_id", ColumnType.TEXT), new Field("title", ColumnType.TEXT));

    private final Shop shop;
    private final String name;
    private final Relation events;
    private final Relation customers;
    private final Relation items;

    private History(Shop shop, String name, Progress progress) {
        this.shop = shop;
        this.name = name;
        var engine = shop.engine();
        events = engine.create(name + "_choices", choices(), progress);
        customers = engine.create(
                name + "_people",
                Sql.of("select customer_id, row_number() over (order by customer_id) - 1 as customer from "
                        + shop.profiles().quoted() + " order by customer_id"),
                progress);
        items = engine.create(name + "_goods", goods(), progress);
    }

    /**
     * Reads a shop's events that name an item.
     *
     * @param name a name for tables, unique in the project
     * @throws corymb.work.Failure when there are no customers, or none of them chose any item
     */
    static History of(Shop shop, String name, Progress progress) {
        if (shop.profiles().rows() == 0) {
            throw new Problem("There are no customers to recommend to.", "", "Import customers or events first.")
                    .asFailure();
        }
        var history = new History(shop, name, progress);
        if (history.events.rows() == 0) {
            history.close();
            throw new Problem(
                            "No event tells which item a customer chose.",
                            "events",
                            "Import events and map the column that names the item to the field item_id.")
                    .asFailure();
        }
        return history;
    }

    private Sql choices() {
        return Sql.of("select * from (")
                .then(Union.of(shop.events(), EVENT))
                .then(") where item_id <> '' and timestamp is not null and customer_id in (select customer_id from "
                        + shop.profiles().quoted() + ")");
    }

    private Sql goods() {
        return Sql.of("with titles as (select item_id, min(title) as title from (")
                .then(Union.of(shop.items(), ITEM))
                .then(") where title <> '' group by item_id) select item_id, coalesce(title, item_id) as title,"
                        + " row_number() over (order by item_id) - 1 as item from (select distinct item_id from "
                        + events.quoted() + ") left join titles using (item_id) order by item_id");
    }

    Shop shop() {
        return shop;
    }

    Relation events() {
        return events;
    }

    Relation customers() {
        return customers;
    }

    Relation items() {
        return items;
    }

    /** Who chose what among the chosen events, a query with the columns of {@link #events}. */
    Interactions interactions(Sql chosen, RecommendationPlan plan, Progress progress) {
        var query = Sql.of("with events as (")
                .then(chosen)
                .then("), weighted as (select *, ")
                .then(weight(plan))
                .then(" as weight, ")
                .then(purchase(plan))
                .then(" as bought from events), pairs as (select customer_id, item_id, " + sum(plan.weighting())
                        + " as weight, bool_or(bought) or not (select coalesce(bool_or(bought), false) from weighted) as bought"
                        + " from weighted group by all) select customer, item, weight, bought from pairs join "
                        + customers.quoted() + " using (customer_id) join " + items.quoted()
                        + " using (item_id) order by customer, item");
        var pairs = shop.engine().table(query, progress);
        return Interactions.of(pairs, Math.toIntExact(customers.rows()), Math.toIntExact(items.rows()));
    }

    /** Sums are of decimals, which come out the same in any order. */
    private static String sum(Weighting weighting) {
        return switch (weighting) {
            case BINARY -> "max(weight)";
            case COUNT -> "cast(sum(cast(weight as decimal(18, 9))) as double)";
            case LOG_COUNT -> "ln(1 + cast(sum(cast(weight as decimal(18, 9))) as double))";
        };
    }

    private Sql weight(RecommendationPlan plan) {
        var cases = Sql.of("case type");
        for (var interaction : plan.interactions()) {
            cases = cases.then(
                    " when cast(? as varchar) then cast(? as double)", interaction.type(), interaction.weight());
        }
        var weight = plan.interactions().isEmpty() ? Sql.of("1.0::double") : cases.then(" else 1 end");
        return plan.halfLifeDays() == 0
                ? weight
                : weight.then(
                        " * power(0.5, date_diff('second', timestamp, (select max(timestamp) from " + events.quoted()
                                + ")) / (86400.0 * cast(? as double)))",
                        plan.halfLifeDays());
    }

    private static Sql purchase(RecommendationPlan plan) {
        var types = plan.interactions().stream()
                .filter(Interaction::isPurchase)
                .map(interaction -> Sql.of("cast(? as varchar)", interaction.type()))
                .toList();
        return types.isEmpty()
                ? Sql.of("false")
                : Sql.of("coalesce(type in (").then(Sql.join(", ", types)).then("), false)");
    }

    Relation write(Lists lists, Progress progress) {
        var engine = shop.engine();
        var numbers = engine.fill(name + "_lists", lists.table(), progress.between(0, 0.5));
        try {
            return engine.create(
                    name,
                    Sql.of(
                            "select customer_id, rank, good.item_id, good.title, score, case when because < 0 then 'popular'"
                                    + " else 'because of ''' || reason.title || '''' end as reason from "
                                    + numbers.quoted()
                                    + " join " + customers.quoted() + " using (customer) join " + items.quoted()
                                    + " good using (item) left join " + items.quoted()
                                    + " reason on reason.item = because order by customer_id, rank"),
                    progress);
        } finally {
            engine.drop(numbers.name());
        }
    }

    @Override
    public void close() {
        List.of(events, customers, items).forEach(relation -> shop.engine().drop(relation.name()));
    }
}
