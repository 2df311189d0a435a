package corymb.identity;

import corymb.sql.Relation;
import corymb.sql.Stored;
import java.util.List;

/**
 * One profile for each customer, and where it came from.
 *
 * @param profiles {@code customer_id}, the fields and attributes, {@code sources} as a text list and the count {@code records};
 *     one row a customer, ordered by id
 * @param origins {@code customer_id}, {@code source}, {@code records}: how many records of each source make up a customer
 * @param records how many records of people there were
 * @param customers how many customers they make
 * @param joinedByEmail records without an id that joined a customer with the same e-mail address
 * @param withoutProfile customers known only from their activity
 */
public record Customers(
        ExactKeyPlan plan,
        Relation profiles,
        Relation origins,
        long records,
        long customers,
        long joinedByEmail,
        long withoutProfile)
        implements Stored {
    @Override
    public List<Relation> relations() {
        return List.of(profiles, origins);
    }
}
