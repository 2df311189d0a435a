package corymb.recommend;

import corymb.sql.Engine;
import corymb.sql.Relation;
import java.util.List;

/**
 * What recommendations are made from.
 *
 * @param engine where the relations are
 * @param profiles the customers to recommend to, by {@code customer_id}
 * @param events sources of events; those that name an item tell what customers chose
 * @param items sources of items, with {@code item_id} and perhaps {@code title}; may be none
 */
public record Shop(Engine engine, Relation profiles, List<Relation> events, List<Relation> items) {
    public Shop {
        events = List.copyOf(events);
        items = List.copyOf(items);
    }
}
