package corymb.project;

import corymb.clustering.ClusterPlan;
import corymb.feature.FeatureMatrix;
import corymb.preparation.Preparation;
import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.table.Matrix;
import corymb.table.Table;
import corymb.work.Progress;

/** The numbers that groups are looked for in. */
final class PreparedFeatures {
    private PreparedFeatures() {}

    /**
     * Features as the plan prepares them; where it says nothing, gaps are filled with medians, and texts become columns of 0 and 1.
     *
     * @param features one row a customer; the rows of the matrix are in the order of customer_id
     * @throws corymb.work.Failure when a feature is not there, or the preparation does not fit
     */
    static Matrix matrix(Engine engine, Relation features, ClusterPlan plan, Progress progress) {
        if (plan.preparation().isNone()) {
            return FeatureMatrix.of(engine, features, plan.features(), progress).values();
        }
        var table = FeatureMatrix.table(engine, features, plan.features(), progress.between(0, 0.3));
        var columns = new Table(table.columns().subList(1, table.columns().size()));
        return Preparation.fit(plan.preparation(), columns, progress.between(0.3, 1))
                .apply(columns);
    }
}
