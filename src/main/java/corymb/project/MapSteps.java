package corymb.project;

import corymb.clustering.CustomerMatrix;
import corymb.embedding.MapPlan;
import corymb.embedding.MapWatch;
import corymb.embedding.Mapping;
import corymb.feature.FeatureMatrix;

/** The steps about maps of customers. */
public final class MapSteps {
    private static final double READING = 0.05;

    private final Journey journey;
    private final ProjectFile file;

    MapSteps(Journey journey, ProjectFile file) {
        this.journey = journey;
        this.file = file;
    }

    /** Draws a map by a plan; whoever watches sees it unfold. */
    public Change draw(MapPlan plan, MapWatch watch) {
        var features = journey.features().table();
        return new Change.Mapped(journey.made(Lineage.ofMap(file.history().present()), id -> {
            var reading = watch.progress().between(0, READING);
            var matrix = FeatureMatrix.of(file.engine(), features, plan.features(), reading);
            return Mapping.run(
                    file.engine(),
                    new CustomerMatrix(features, matrix.values()),
                    plan,
                    "map_" + id,
                    watch.between(READING, 1));
        }));
    }
}
