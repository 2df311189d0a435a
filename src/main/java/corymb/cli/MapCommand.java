package corymb.cli;

import corymb.embedding.CustomerMap;
import corymb.embedding.MapAxis;
import corymb.embedding.MapFacts;
import corymb.embedding.MapPlan;
import corymb.embedding.MapWatch;
import corymb.preparation.PreparationPlan;
import corymb.project.GroupChange;
import corymb.project.Journey;
import corymb.project.ProjectFile;
import corymb.stats.Scaling;
import corymb.work.Progress;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "map",
        description = "Lays customers out on a map, those alike near each other.",
        mixinStandardHelpOptions = true)
final class MapCommand extends ProjectCommand {
    @Mixin
    private FeatureOptions features = new FeatureOptions();

    @Mixin
    private MapOptions method = new MapOptions();

    @Option(
            names = "--scale",
            description = "standard, robust, minmax or none (default: standard; none where --prepare is given).")
    private Optional<Scaling> scaling = Optional.empty();

    @Option(
            names = "--prepare",
            paramLabel = "NAME|FILE",
            description =
                    "Prepare the features by the plan of that name (corymb preparations) or in that file (default: as of cluster).")
    private Optional<String> preparation = Optional.empty();

    @Option(
            names = "--most-customers",
            defaultValue = "100000",
            description = "Draw so many customers at most, of more a sample (default: ${DEFAULT-VALUE}).")
    private int mostCustomers = MapPlan.USUAL_CUSTOMERS;

    @Option(names = "--out", paramLabel = "FILE", description = "Write customer_id,x,y as CSV.")
    private Optional<Path> out = Optional.empty();

    @Override
    Reply run(ProjectFile file, Journey journey, Progress progress) {
        if (mostCustomers < 1) {
            throw wrongUsage("--most-customers is at least 1.");
        }
        WorkFile.require(file, out);
        journey.ensureFeatures(progress.between(0, 0.2));
        var change = (GroupChange.Mapped) journey.maps().draw(plan(file), MapWatch.of(progress.between(0.2, 0.9)));
        file.commit(change, progress.between(0.9, 0.98));
        var map = change.map().value();
        out.ifPresent(path -> WorkFile.write(file, map.positions(), path, progress.between(0.98, 1)));
        return describe(map);
    }

    private MapPlan plan(ProjectFile file) {
        var prepared =
                preparation.map(named -> PreparationFile.named(file, named)).orElse(PreparationPlan.USUAL);
        var usual = preparation.isEmpty() ? Scaling.STANDARD : Scaling.NONE;
        return new MapPlan(
                features.chosen(file, false),
                scaling.orElse(usual),
                method.chosen(this),
                mostCustomers,
                seed(),
                prepared);
    }

    private Reply describe(CustomerMap map) {
        var reply = new Reply()
                .key("method", method.name())
                .key("rows", map.positions().rows())
                .key("customers", map.customers())
                .key("features", map.plan().features());
        if (map.isSample()) {
            reply.line(
                    "A sample of %,d of %,d customers is on the map.",
                    map.positions().rows(), map.customers());
        } else {
            reply.line("%,d customers are on the map.", map.customers());
        }
        switch (map.facts()) {
            case MapFacts.Directions directions -> describe(directions, reply);
            case MapFacts.Neighbourhoods kept ->
                reply.key("klDivergence", kept.divergence())
                        .key("perplexity", kept.perplexity())
                        .line(
                                "Divergence of its neighbourhoods from the true ones: %.3f nats, at perplexity %.3g",
                                kept.divergence(), kept.perplexity());
            case MapFacts.Layout layout -> reply.key("neighbours", layout.neighbours());
        }
        return reply;
    }

    private static void describe(MapFacts.Directions directions, Reply reply) {
        reply.key("explained", directions.axes().stream().map(MapAxis::share).toList())
                .key(
                        "loadings",
                        directions.axes().stream()
                                .map(axis -> loadings(directions.columns(), axis))
                                .toList());
        for (int axis = 0; axis < directions.axes().size(); axis++) {
            reply.line(
                    "  %s: %.1f %% of the variance",
                    axis == 0 ? "x" : "y", 100 * directions.axes().get(axis).share());
        }
    }

    private static Map<String, Double> loadings(List<String> columns, MapAxis axis) {
        var loadings = new LinkedHashMap<String, Double>();
        for (int column = 0; column < columns.size(); column++) {
            loadings.put(columns.get(column), axis.loadings().get(column));
        }
        return loadings;
    }
}
