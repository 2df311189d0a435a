package corymb.clustering;

import corymb.sql.Engine;
import corymb.table.Table;
import corymb.work.Problem;
import corymb.work.Progress;
import java.util.List;
import java.util.Optional;

/** Clusters customers by a plan and stores who belongs to which cluster. */
public final class Clusterer {
    private static final double SWEEP_PART = 0.6;
    private static final double SOUNDNESS_PART = 0.95;

    private static final String KNOWN = "_known";
    static final String SURE = "_sure";

    private Clusterer() {}

    /**
     * Tries every number of clusters of the plan, chooses one, and describes its clusters.
     *
     * @param membersName the name of the table to create for the members
     * @throws corymb.work.Failure when there are no customers, all are the same, or fewer distinct ones than clusters
     */
    public static Clustering run(
            Engine engine, CustomerMatrix customers, ClusterPlan plan, String membersName, Progress progress) {
        requireCategories(plan);
        var matrix = customers.matrix();
        var scaled = Scaler.scale(matrix, plan.scaling(), progress);
        var subjects = Subjects.of(scaled.matrix(), customers.weights(), customers.mixed(), plan.method());
        var sweep = Sweeping.run(subjects, onScale(plan, scaled), progress.between(0, SWEEP_PART));
        var chosen = chosen(sweep, plan);
        var members = new Members(engine, customers, progress);
        var partition = sweep.partition(chosen.clusters());
        var found = members.goingOn(partition.assignments());
        var assignments = found.assignments();
        var belonging = partition.belonging().renumbered(found.numbers()::get);
        var features = customers.plain().orElse(matrix);
        var described = Profiles.of(features, assignments, members.predecessors(found), customers.spoken());
        var profiles = customers.plain().isEmpty() ? described : called(Profiles.of(matrix, assignments), described);
        var soundness = soundness(subjects, assignments, plan, progress.between(SWEEP_PART, SOUNDNESS_PART));
        var storing = progress.between(SOUNDNESS_PART, 1);
        var known = belonging.needsRows()
                ? Optional.of(known(belonging, subjects, assignments, storing.untold()))
                : Optional.<Table>empty();
        var clustering = new Clustering(
                plan,
                sweep.candidates(),
                chosen.with(soundness.gap()).with(assignments.sizes()),
                matrix.columnNames(),
                profiles,
                Frame.of(customers.preparation(), scaled),
                belonging,
                known.map(rows -> engine.fill(membersName + KNOWN, rows, storing.untold())),
                soundness,
                Succession.NONE,
                members.store(assignments, membersName, storing),
                Optional.of(members.store(
                        Confidence.of(scaled.matrix(), assignments, storing), membersName + SURE, storing)),
                customers
                        .plain()
                        .map(plain -> PlainClusters.of(plain, described))
                        .orElse(PlainClusters.NONE));
        return clustering.since(members.since(found, profiles, clustering.silhouette()));
    }

    private static List<ClusterProfile> called(List<ClusterProfile> profiles, List<ClusterProfile> named) {
        return profiles.stream()
                .map(profile -> profile.calledLike(named.get(profile.cluster())))
                .toList();
    }

    private static Table known(Belonging belonging, Subjects subjects, Assignments clusters, Progress progress) {
        return belonging instanceof Belonging.MostAlike
                ? KnownMixedRows.table(subjects.mixedRows(), clusters)
                : KnownRows.of(belonging, subjects.scaled(), clusters, progress).table();
    }

    private static ClusterPlan onScale(ClusterPlan plan, ScaledMatrix scaled) {
        return plan.beginning() instanceof Beginning.Groups groups ? plan.beginning(groups.scaled(scaled)) : plan;
    }

    private static void requireCategories(ClusterPlan plan) {
        if (plan.method() instanceof ClusterMethod.Mixed && !plan.preparation().isUsual()) {
            throw new Problem(
                            "This method compares categories as they are, and here they are prepared in another way.",
                            "preparation",
                            "Leave the preparation out, or choose another method.")
                    .asFailure();
        }
    }

    private static Choice chosen(Sweep sweep, ClusterPlan plan) {
        var tried = sweep.candidates();
        return switch (plan.method()) {
            case ClusterMethod.Numbered numbered -> Choice.of(tried).limitedBy(tried, numbered.range());
            case ClusterMethod.Dense dense ->
                Choice.found(tried.getFirst(), sweep.partitions().getFirst().assignments(), dense);
        };
    }

    private static Soundness soundness(Subjects scaled, Assignments found, ClusterPlan plan, Progress progress) {
        if (plan.method().counts().isEmpty()) {
            // How dense a place is changes with how many rows are drawn, so that draws would say nothing of such
            // groups.
            return Soundness.NONE;
        }
        return new Soundness(
                BootstrapStability.of(scaled, found, plan, progress.between(0, 0.4)),
                NullModels.test(scaled, found.clusterCount(), plan, progress.between(0.4, 0.7)),
                gap(scaled, plan, progress.between(0.7, 1)));
    }

    /** Mixtures have a criterion of their own, and one number alone is compared with none. */
    private static GapStatistic gap(Subjects scaled, ClusterPlan plan, Progress progress) {
        boolean isOne = plan.method().counts().filter(Counts::isOne).isPresent();
        return isOne || plan.method() instanceof ClusterMethod.Mixture
                ? GapStatistic.NONE
                : Gaps.of(scaled, plan, progress);
    }
}
