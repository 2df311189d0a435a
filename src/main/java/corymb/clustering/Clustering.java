package corymb.clustering;

import corymb.sql.Relation;
import corymb.sql.Stored;
import java.util.List;

/**
 * A finished clustering of customers.
 *
 * @param plan how it was made
 * @param candidates the numbers of clusters that were tried, fewest first
 * @param chosen the number that was chosen
 * @param clusters the clusters, the largest first
 * @param soundness what it is worth
 * @param members a table with the columns customer_id and cluster, one row a customer
 */
public record Clustering(
        ClusterPlan plan,
        List<Candidate> candidates,
        Choice chosen,
        List<ClusterProfile> clusters,
        Soundness soundness,
        Relation members)
        implements Stored {
    public Clustering {
        candidates = List.copyOf(candidates);
        clusters = List.copyOf(clusters);
    }

    @Override
    public List<Relation> relations() {
        return List.of(members);
    }
}
