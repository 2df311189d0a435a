package corymb.feature;

import corymb.sql.Relation;
import java.util.List;

/**
 * What features are computed from.
 *
 * @param profiles one row a customer, with {@code customer_id} and attributes
 * @param events sources of events, with {@code customer_id}, {@code timestamp} and {@code type}
 */
public record CustomerData(Relation profiles, List<Relation> events) {
    public CustomerData {
        events = List.copyOf(events);
    }
}
