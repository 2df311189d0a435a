package corymb.clustering;

import corymb.sql.Relation;
import corymb.sql.Stored;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A finished clustering of customers.
 *
 * @param plan how it was made
 * @param candidates the numbers of clusters that were tried, fewest first
 * @param chosen the number that was chosen
 * @param columns the columns of numbers that the features became: a text has one for each of its common levels; those whose means
 *     the clusters tell
 * @param clusters the clusters by their number: the largest first, but where they go on as earlier ones
 * @param frame how the columns were brought to one scale
 * @param belonging how later customers find their cluster
 * @param known the rows of then, where it takes them to find it
 * @param soundness what it is worth
 * @param since what became of an earlier clustering by the same plan
 * @param members a table with the columns customer_id and cluster, one row a customer
 * @param confidence a table with the columns customer_id and cluster_confidence; see {@link Confidence}. Earlier versions kept none
 * @param plain the clusters in the units of their features, where the columns have others
 */
public record Clustering(
        ClusterPlan plan,
        List<Candidate> candidates,
        Choice chosen,
        List<String> columns,
        List<ClusterProfile> clusters,
        Frame frame,
        Belonging belonging,
        Optional<Relation> known,
        Soundness soundness,
        Succession since,
        Relation members,
        Optional<Relation> confidence,
        PlainClusters plain)
        implements Stored {
    public Clustering {
        candidates = List.copyOf(candidates);
        // Earlier versions kept only the features.
        columns = columns.isEmpty() ? plan.features() : List.copyOf(columns);
        clusters = List.copyOf(clusters);
    }

    /** Of clusters that were found in the features as they are. */
    public Clustering(
            ClusterPlan plan,
            List<Candidate> candidates,
            Choice chosen,
            List<String> columns,
            List<ClusterProfile> clusters,
            Frame frame,
            Belonging belonging,
            Optional<Relation> known,
            Soundness soundness,
            Succession since,
            Relation members,
            Optional<Relation> confidence) {
        this(
                plan,
                candidates,
                chosen,
                columns,
                clusters,
                frame,
                belonging,
                known,
                soundness,
                since,
                members,
                confidence,
                PlainClusters.NONE);
    }

    /** The clusters as a person is told of them: by means of their features, in the units that these have. */
    public List<ClusterProfile> described() {
        return plain.isNone()
                ? clusters
                : clusters.stream()
                        .map(cluster -> cluster.by(plain.clusters().get(cluster.cluster())))
                        .toList();
    }

    /** The columns whose means {@link #described} tells. */
    public List<String> describedColumns() {
        return plain.isNone() ? columns : plain.columns();
    }

    /** The same with another name for one of its clusters. */
    public Clustering named(int cluster, String name) {
        return new Clustering(
                plan,
                candidates,
                chosen,
                columns,
                clusters.stream()
                        .map(profile -> profile.cluster() == cluster ? profile.named(name) : profile)
                        .toList(),
                frame,
                belonging,
                known,
                soundness,
                since,
                members,
                confidence,
                plain);
    }

    /** The same with what became of an earlier one. */
    Clustering since(Succession succession) {
        return new Clustering(
                plan,
                candidates,
                chosen,
                columns,
                clusters,
                frame,
                belonging,
                known,
                soundness,
                succession,
                members,
                confidence,
                plain);
    }

    /** Whether these are the groups of that table of members, or go on as those. */
    public boolean goesOnAs(String membersName) {
        return members.name().equals(membersName) || since.formerly().contains(membersName);
    }

    /** The mean silhouette of the chosen number of clusters. */
    public double silhouette() {
        return candidates.stream()
                .filter(candidate -> candidate.clusters() == chosen.clusters())
                .mapToDouble(Candidate::silhouette)
                .findFirst()
                .orElse(0);
    }

    @Override
    public List<Relation> relations() {
        return Stream.of(Stream.of(members), known.stream(), confidence.stream())
                .flatMap(relations -> relations)
                .toList();
    }
}
