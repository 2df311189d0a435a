package corymb.cli;

import corymb.clustering.Candidate;
import corymb.clustering.ClusterMethod;
import corymb.clustering.ClusterPlan;
import corymb.clustering.ClusterProfile;
import corymb.clustering.Clustering;
import corymb.clustering.Measure;
import corymb.preparation.PreparationPlan;
import corymb.project.GroupChange;
import corymb.project.Journey;
import corymb.project.ProjectFile;
import corymb.stats.Scaling;
import corymb.work.Progress;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "cluster",
        description = "Finds groups of similar customers.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A preparation is JSON: {\"steps\": [{\"kind\": \"impute\", \"fill\": \"median\"}, {\"kind\": \"winsorise\", \"low\": 0.01,",
            "  \"high\": 0.99}, {\"kind\": \"transform\", \"curve\": \"yeo_johnson\", \"columns\": [\"monetary\"]}, {\"kind\": \"one_hot\",",
            "  \"most\": 12}, {\"kind\": \"scale\", \"scaling\": \"robust\"}]}. Steps are taken in that order, each of the columns named or of",
            "all it fits. Others are group_rare (share), frequency, target (target, smoothing, folds), drop_constant (variance),",
            "drop_correlated (most) and components (count: PCA). A fill is mean, median or mode; a curve log, box_cox,",
            "yeo_johnson, quantile_uniform or quantile_normal; a scaling standard, robust or minmax. Defaults: low 0.01, high 0.99,",
            "share 0.01, most 12 of one_hot and 0.95 of drop_correlated, smoothing 10, folds 0, variance 0, count 2."
        })
final class ClusterCommand extends ProjectCommand {
    @Mixin
    private FeatureOptions features = new FeatureOptions();

    @Mixin
    private MethodOptions method = new MethodOptions();

    @Option(
            names = "--scale",
            description = "standard, robust, minmax or none (default: standard; none where --prepare is given).")
    private Optional<Scaling> scaling = Optional.empty();

    @Option(
            names = "--prepare",
            paramLabel = "NAME|FILE",
            description =
                    "Prepare the features by the plan of that name (corymb preparations) or in that file (default: gaps are filled with medians, and categories have a column for each of their 12 commonest values).")
    private Optional<String> preparation = Optional.empty();

    @Option(
            names = "--within",
            paramLabel = "SEGMENT",
            description = "Look for groups among the members of this segment alone (default: among all customers).")
    private Optional<String> within = Optional.empty();

    @Option(names = "--out", paramLabel = "FILE", description = "Write customer_id,cluster as CSV.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--rules",
            paramLabel = "DEPTH",
            description = "Put each group into a rule of at most DEPTH questions in a row, 1 to 6 (default: no rules).")
    private Optional<Integer> rules = Optional.empty();

    @Override
    Reply run(ProjectFile file, Journey journey, Progress progress) {
        var ruling = rules.map(this::distillation);
        WorkFile.require(file, out);
        journey.ensureFeatures(progress.between(0, 0.2));
        var change = (GroupChange.Clustered) journey.cluster(plan(file, journey), progress.between(0.2, 0.9));
        file.commit(change, progress.between(0.9, 0.94));
        var clustering = change.clustering().value();
        out.ifPresent(path -> WorkFile.write(file, clustering.members(), path, progress.between(0.94, 0.96)));
        var reply = describe(clustering);
        ruling.ifPresent(plan ->
                GroupRuleValues.describe(journey.groups().rules(plan, progress.between(0.96, 1)), reply));
        return reply;
    }

    private ClusterPlan plan(ProjectFile file, Journey journey) {
        var chosenMethod = method.chosen(this);
        var chosen = features.chosen(file, chosenMethod instanceof ClusterMethod.Mixed);
        var prepared =
                preparation.map(named -> PreparationFile.named(file, named)).orElse(PreparationPlan.USUAL);
        var usual = preparation.isEmpty() ? Scaling.STANDARD : Scaling.NONE;
        var plan = new ClusterPlan(chosen, scaling.orElse(usual), chosenMethod, seed()).prepared(prepared);
        return method.completed(plan.within(within), journey.groups());
    }

    private Reply describe(Clustering clustering) {
        var soundness = clustering.soundness();
        boolean isDoubtful = soundness.isKnown() && !soundness.nullTest().hasClusters();
        var reply = new Reply();
        if (isDoubtful) {
            SoundnessValues.describe(soundness, reply);
        }
        reply.key("method", method.name())
                .key("rows", clustering.members().rows())
                .key("within", clustering.plan().within())
                .key("features", clustering.plan().features())
                .key("preparation", PreparationFile.values(clustering.plan().preparation()))
                .key("columns", clustering.columns())
                .key(
                        "candidates",
                        clustering.candidates().stream()
                                .map(ClusterCommand::values)
                                .toList())
                .key("chosen", clustering.chosen().clusters())
                .key("reason", clustering.chosen().reason())
                .key(
                        "sizes",
                        clustering.clusters().stream()
                                .map(cluster -> cluster.size())
                                .toList())
                .key("noise", noise(clustering))
                .key(
                        "clusters",
                        clustering.clusters().stream()
                                .map(cluster -> JsonValues.object(
                                        "cluster", cluster.cluster(),
                                        "name", cluster.name(),
                                        "size", cluster.size(),
                                        "centre", cluster.centre()))
                                .toList())
                .line("%s", clustering.chosen().reason());
        reply.line("Compared by %s.", String.join(", ", clustering.plan().features()));
        var measured = clustering.plan().method().measured();
        reply.key("measured", measured);
        if (!measured.isEmpty()) {
            reply.line("%s", measured);
        }
        clustering
                .plan()
                .within()
                .ifPresent(segment -> reply.line(
                        "Among the %,d members of “%s”:", clustering.members().rows(), segment));
        clustering
                .clusters()
                .forEach(cluster ->
                        reply.line("  %d: %,d customers, %s", cluster.cluster(), cluster.size(), cluster.name()));
        if (!isDoubtful) {
            SoundnessValues.describe(soundness, reply);
        }
        if (clustering.since().isKnown()) {
            SuccessionValues.describe(clustering.since(), reply);
        }
        return reply;
    }

    private static Map<String, Object> values(Candidate candidate) {
        var values = new LinkedHashMap<>(JsonValues.object(
                "clusters", candidate.clusters(),
                "inertia", candidate.inertia(),
                "silhouette", candidate.silhouette(),
                "silhouetteRows", candidate.silhouetteRows(),
                "rounds", candidate.rounds()));
        candidate.scores().forEach(score -> values.put(key(score.measure()), score.value()));
        return values;
    }

    private static String key(Measure measure) {
        return switch (measure) {
            case CALINSKI_HARABASZ -> "calinskiHarabasz";
            case DAVIES_BOULDIN -> "daviesBouldin";
            case BIC -> "bic";
            case AIC -> "aic";
        };
    }

    /** How many customers are in no cluster. */
    private static long noise(Clustering clustering) {
        return clustering.members().rows()
                - clustering.clusters().stream().mapToLong(ClusterProfile::size).sum();
    }
}
