package corymb.feature;

import corymb.sql.Relation;
import java.util.List;

/**
 * What features are computed from.
 *
 * @param profiles one row a customer, with {@code customer_id} and attributes
 */
public record CustomerData(Relation profiles, EventSources events) {
    /** Without a catalogue. */
    public CustomerData(Relation profiles, List<Relation> events) {
        this(profiles, new EventSources(events, List.of()));
    }
}
