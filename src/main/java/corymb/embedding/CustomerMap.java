package corymb.embedding;

import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.sql.Stored;
import java.util.List;

/**
 * Customers laid out in the plane, those alike near each other.
 *
 * @param plan how it was made
 * @param customers how many customers there are, of whom those on the map are a sample where they are fewer
 * @param facts what there is to say of it
 * @param positions a table with the columns customer_id, x and y, one row a customer on the map, by customer_id
 */
public record CustomerMap(MapPlan plan, long customers, MapFacts facts, Relation positions) implements Stored {
    /** Whether only a sample of the customers is on it. */
    public boolean isSample() {
        return positions.rows() < customers;
    }

    /** A query for the ids of the customers in a region. */
    public Sql members(MapRegion region) {
        return Sql.of("select customer_id from " + positions.quoted() + " where ")
                .then(region.condition());
    }

    @Override
    public List<Relation> relations() {
        return List.of(positions);
    }
}
