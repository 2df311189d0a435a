package corymb.feature;

import corymb.sql.Relation;
import corymb.sql.Stored;
import java.util.List;

/**
 * One row of features for each customer.
 *
 * @param table {@code customer_id}, then one column a definition of the plan; ordered by customer
 * @param summaries one for each definition, in the same order
 */
public record Features(FeaturePlan plan, Relation table, List<FeatureSummary> summaries) implements Stored {
    public Features {
        summaries = List.copyOf(summaries);
    }

    @Override
    public List<Relation> relations() {
        return List.of(table);
    }
}
