package corymb.identity;

import corymb.sql.Relation;
import java.util.List;

/**
 * How records become customers when each record names its customer by an id.
 *
 * @param people the sources that describe people, the most trusted first
 * @param activity relations with a {@code customer_id} column, such as events, whose ids are customers too
 */
public record ExactKeyPlan(List<PersonSource> people, List<Relation> activity) {
    public ExactKeyPlan {
        people = List.copyOf(people);
        activity = List.copyOf(activity);
    }
}
