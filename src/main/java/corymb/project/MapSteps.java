package corymb.project;

import corymb.clustering.Assignments;
import corymb.clustering.CustomerMatrix;
import corymb.clustering.Profiles;
import corymb.embedding.CustomerMap;
import corymb.embedding.MapPlan;
import corymb.embedding.MapRegion;
import corymb.embedding.MapWatch;
import corymb.embedding.Mapping;
import corymb.feature.FeatureMatrix;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.table.Table;
import corymb.work.Progress;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

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
        file.history()
                .present()
                .customers()
                .ifPresent(made ->
                        FeatureMatrix.requireOffered(features, made.value().profiles(), plan.features()));
        return new GroupChange.Mapped(journey.made(Lineage.ofMap(file.history().present()), id -> {
            var reading = watch.progress().between(0, READING);
            var matrix = FeatureMatrix.of(file.engine(), features, plan.features(), plan.preparation(), reading);
            return Mapping.run(
                    file.engine(),
                    new CustomerMatrix(features, matrix.values()),
                    plan,
                    "map_" + id,
                    watch.between(READING, 1));
        }));
    }

    /** Where each customer on a map lies, with the group of the newest clustering, -1 without one: x, y and cluster. */
    public Table points(CustomerMap map, Progress progress) {
        var groups = file.history()
                .present()
                .clustering()
                .map(made -> Sql.of(", coalesce(c.cluster, -1) as cluster from "
                        + map.positions().quoted() + " p left join "
                        + made.value().members().quoted() + " c using (customer_id)"))
                .orElseGet(
                        () -> Sql.of(", -1 as cluster from " + map.positions().quoted() + " p"));
        return file.engine().table(Sql.of("select p.x, p.y").then(groups).then(" order by p.customer_id"), progress);
    }

    /** What the customers of a region have in common; nothing where it holds nobody or everybody. */
    public Optional<RegionProfile> profile(CustomerMap map, MapRegion region, Progress progress) {
        var features = journey.features().table();
        var rows = FeatureMatrix.of(file.engine(), features, map.plan().features(), progress.between(0, 0.6))
                .values();
        var inside = inside(map, region, features, progress.between(0.6, 0.9));
        long members = inside.sizes().getFirst();
        if (members == 0 || members == rows.rowCount()) {
            return Optional.empty();
        }
        var both = Profiles.of(
                rows, inside, Map.of(), Headings.of(file.history().present()).plain());
        var usual = IntStream.range(0, rows.columnCount())
                .mapToObj(column -> both.stream()
                        .mapToDouble(
                                part -> part.share().value() * part.centre().get(column))
                        .sum())
                .toList();
        return Optional.of(new RegionProfile(both.getFirst(), rows.columnNames(), usual));
    }

    /** Those in a region as the first of two groups. */
    private Assignments inside(CustomerMap map, MapRegion region, Relation features, Progress progress) {
        var query = Sql.of("select case when customer_id in (")
                .then(map.members(region))
                .then(") then 0 else 1 end as part from " + features.quoted() + " order by customer_id");
        var parts = file.engine().table(query, progress).numbers("part");
        return new Assignments(
                2,
                IntStream.range(0, parts.size())
                        .map(row -> (int) parts.get(row))
                        .toArray());
    }
}
