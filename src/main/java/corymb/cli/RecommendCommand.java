package corymb.cli;

import corymb.project.Change;
import corymb.project.Journey;
import corymb.project.ProjectFile;
import corymb.recommend.Evaluation;
import corymb.recommend.Method;
import corymb.recommend.RecommendationPlan;
import corymb.work.Progress;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "recommend", description = "Finds items for each customer.", mixinStandardHelpOptions = true)
final class RecommendCommand extends ProjectCommand {
    @Option(names = "--method", defaultValue = "item-knn", description = "item-knn or popular.")
    private String method = "item-knn";

    @Option(names = "--top", defaultValue = "10", description = "Items a customer (default: ${DEFAULT-VALUE}).")
    private int top = 10;

    @Option(names = "--evaluate", description = "Hold out each customer's last items and see whether they are found.")
    private boolean evaluates;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write the recommendations as CSV, for use inside the house.")
    private Optional<Path> out = Optional.empty();

    @Override
    Reply run(ProjectFile file, Journey journey, Progress progress) {
        if (top < 1) {
            throw wrongUsage("--top is 1 or more, not " + top + ".");
        }
        var chosen = method();
        WorkFile.require(file, out);
        journey.ensureCustomers(progress.between(0, 0.1));
        var plan = RecommendationPlan.standard(chosen, top);
        var change = (Change.Recommended) journey.recommend(plan, progress.between(0.1, 0.6));
        file.commit(change, progress.between(0.6, 0.7));
        var made = change.recommendations().value();
        var reply = new Reply()
                .key("method", method)
                .key("customers", made.customers())
                .key("items", made.items())
                .key("rows", made.table().rows())
                .key("coverage", made.coverage().value())
                .line(
                        "%,d recommendations for %,d customers out of %,d items",
                        made.table().rows(), made.customers(), made.items());
        if (evaluates) {
            var evaluation = journey.evaluate(plan, progress.between(0.7, 0.95));
            reply.key("evaluation", describe(evaluation))
                    .line(
                            "precision@10 %.4f, recall@10 %.4f, map@10 %.4f, ndcg@10 %.4f",
                            evaluation.precision(), evaluation.recall(), evaluation.map(), evaluation.ndcg());
        }
        out.ifPresent(path -> WorkFile.write(file, made.table(), path, progress.between(0.95, 1)));
        return reply;
    }

    private Method method() {
        return switch (method.toLowerCase(Locale.ROOT)) {
            case "item-knn" -> Method.ITEM_KNN;
            case "popular" -> Method.POPULAR;
            default -> throw wrongUsage("--method is item-knn or popular, not " + method + ".");
        };
    }

    private static Map<String, Object> describe(Evaluation evaluation) {
        return JsonValues.object(
                "precision@10", evaluation.precision(),
                "recall@10", evaluation.recall(),
                "map@10", evaluation.map(),
                "ndcg@10", evaluation.ndcg(),
                "coverage", evaluation.coverage().value(),
                "customers", evaluation.customers(),
                "heldOut", evaluation.heldOut());
    }
}
