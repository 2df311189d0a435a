package corymb.clustering;

import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.table.ColumnType;
import corymb.table.Matrix;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;

/** Clusters customers by a plan and stores who belongs to which cluster. */
public final class Clusterer {
    private static final double SWEEP_PART = 0.6;
    private static final double SOUNDNESS_PART = 0.95;

    private Clusterer() {}

    /**
     * Tries every number of clusters of the plan, chooses one, and describes its clusters.
     *
     * @param membersName the name of the table to create for the members
     * @throws corymb.work.Failure when there are no customers, all are the same, or fewer distinct ones than clusters
     */
    public static Clustering run(
            Engine engine, CustomerMatrix customers, ClusterPlan plan, String membersName, Progress progress) {
        var matrix = customers.matrix();
        var scaled = Scaler.scale(matrix, plan.scaling()).matrix();
        var sweep = Sweeping.run(scaled, plan, progress.between(0, SWEEP_PART));
        var chosen = plan.method().counts().isPresent()
                ? Choice.of(sweep.candidates())
                : Choice.found(
                        sweep.candidates().getFirst(),
                        sweep.partitions().getFirst().assignments());
        var assignments = sweep.partition(chosen.clusters()).assignments();
        var profiles = Profiles.of(matrix, assignments);
        var soundness = soundness(scaled, assignments, plan, progress.between(SWEEP_PART, SOUNDNESS_PART));
        var rest = progress.between(SOUNDNESS_PART, 1);
        var members = members(engine, customers.features(), assignments, membersName, rest);
        return new Clustering(
                plan,
                sweep.candidates(),
                chosen.with(soundness.gap()),
                matrix.columnNames(),
                profiles,
                soundness,
                members);
    }

    private static Soundness soundness(Matrix scaled, Assignments found, ClusterPlan plan, Progress progress) {
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
    private static GapStatistic gap(Matrix scaled, ClusterPlan plan, Progress progress) {
        boolean isOne = plan.method().counts().filter(Counts::isOne).isPresent();
        return isOne || plan.method() instanceof ClusterMethod.Mixture
                ? GapStatistic.NONE
                : Gaps.of(scaled, plan, progress);
    }

    private static Relation members(
            Engine engine, Relation features, Assignments assignments, String name, Progress progress) {
        var query = Sql.of("select customer_id from " + features.quoted() + " order by customer_id");
        var customers = engine.table(query, progress);
        var cluster = new NumberColumn(
                "cluster",
                ColumnType.INTEGER,
                assignments.stream().asDoubleStream().toArray());
        var columns = new ArrayList<>(customers.columns());
        columns.add(cluster);
        return engine.fill(name, new Table(List.copyOf(columns)), progress);
    }
}
