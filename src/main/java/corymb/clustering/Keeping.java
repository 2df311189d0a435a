package corymb.clustering;

import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.stats.Share;
import corymb.table.Matrix;
import corymb.table.Table;
import corymb.work.Problem;
import corymb.work.Progress;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Keeps the clusters of a clustering and sorts the customers there are now into them: new ones, and known ones whose features have
 * changed.
 *
 * <p>What was learnt of the customers then, from medians for gaps to the centres of clusters, stays what it was, so that the clusters
 * mean the same for as long as the clustering is kept. Cost: see {@link Assigning}, and a silhouette.
 */
public final class Keeping {
    private static final double ASSIGNING_PART = 0.5;

    private final CustomerMatrix customers;
    private final Clustering kept;
    private final Members members;
    private final Subjects subjects;
    private final Assignments now;
    private final Progress progress;

    private Keeping(Engine engine, CustomerMatrix customers, Progress progress) {
        this.customers = customers;
        this.kept = customers.before().orElseThrow();
        require(customers.matrix(), kept);
        progress.report(0, "Sorting customers into the groups");
        this.members = new Members(engine, customers, progress);
        this.subjects = Subjects.of(
                kept.frame().scaled(customers.matrix()),
                Weights.EVEN,
                customers.mixed(),
                kept.plan().method());
        this.now = new Assigning(subjects, kept.clusters().size(), progress.between(0, ASSIGNING_PART))
                .assignments(kept.belonging(), known(engine, kept, progress));
        this.progress = progress.between(ASSIGNING_PART, 1);
    }

    private static Optional<Table> known(Engine engine, Clustering kept, Progress progress) {
        return kept.known().map(rows -> engine.table(Sql.of("select * from " + rows.quoted()), progress.untold()));
    }

    private static void require(Matrix matrix, Clustering kept) {
        if (!matrix.columnNames().equals(kept.columns())) {
            throw new Problem(
                            "These groups were found in features that are not there any more in this form.",
                            "",
                            "Look for groups again.")
                    .asFailure();
        }
    }

    /**
     * What would become of the clusters; nothing is stored.
     *
     * @param customers the customers there are now; {@code before} is the clustering to keep
     * @throws corymb.work.Failure when the features are not those of the clustering
     */
    public static Succession look(Engine engine, CustomerMatrix customers, Progress progress) {
        return new Keeping(engine, customers, progress).succession();
    }

    /**
     * The clustering with the customers there are now.
     *
     * @param customers the customers there are now; {@code before} is the clustering to keep
     * @param membersName the name of the table to create for the members
     * @throws corymb.work.Failure when the features are not those of the clustering
     */
    public static Clustering run(Engine engine, CustomerMatrix customers, String membersName, Progress progress) {
        return new Keeping(engine, customers, progress).clustering(membersName);
    }

    private Succession succession() {
        var silhouette = Silhouette.of(
                        subjects.distances(), List.of(now), kept.plan().seed().derive("keeping"), progress)
                .getFirst();
        var successors = IntStream.range(0, now.clusterCount()).boxed().toList();
        return members.since(
                new Identities(now, successors, successors), Profiles.of(customers.matrix(), now), silhouette.mean());
    }

    private Clustering clustering(String membersName) {
        var sizes = now.sizes();
        var clusters = kept.clusters().stream()
                .map(cluster -> cluster.holding(
                        sizes.get(cluster.cluster()), Share.of(sizes.get(cluster.cluster()), now.size())))
                .toList();
        var succession = succession();
        return new Clustering(
                kept.plan(),
                kept.candidates(),
                kept.chosen(),
                kept.columns(),
                clusters,
                kept.frame(),
                kept.belonging(),
                kept.known(),
                kept.soundness(),
                succession,
                members.store(now, membersName, progress),
                Optional.of(members.store(
                        Confidence.of(subjects.scaled(), now, progress), membersName + Clusterer.SURE, progress)),
                kept.plain());
    }
}
