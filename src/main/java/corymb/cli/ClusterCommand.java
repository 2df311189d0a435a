package corymb.cli;

import corymb.clustering.ClusterMethod;
import corymb.clustering.ClusterPlan;
import corymb.clustering.Clustering;
import corymb.clustering.Counts;
import corymb.clustering.Scaling;
import corymb.feature.FeatureMatrix;
import corymb.project.Change;
import corymb.project.Journey;
import corymb.project.ProjectFile;
import corymb.work.Problem;
import corymb.work.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "cluster", description = "Finds groups of similar customers.", mixinStandardHelpOptions = true)
final class ClusterCommand extends ProjectCommand {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,4})(?:\\.\\.(\\d{1,4}))?");

    @Option(names = "--features", split = ",", paramLabel = "a,b", description = "The features to cluster on.")
    private List<String> features = List.of();

    @Option(names = "--method", defaultValue = "kmeans", description = "kmeans.")
    private Method method = Method.KMEANS;

    @Option(
            names = "--clusters",
            defaultValue = "2..12",
            paramLabel = "2..12",
            description = "How many clusters to try.")
    private String clusters = "2..12";

    @Option(names = "--scale", defaultValue = "standard", description = "standard, robust, minmax or none.")
    private Scaling scaling = Scaling.STANDARD;

    @Option(names = "--starts", defaultValue = "3", description = "Starts for each number of clusters.")
    private int starts = 3;

    @Option(names = "--rounds", defaultValue = "300", description = "Rounds at most, until a start rests.")
    private int rounds = 300;

    @Option(names = "--out", paramLabel = "FILE", description = "Write customer_id,cluster as CSV.")
    private Optional<Path> out = Optional.empty();

    /** The methods there are. */
    enum Method {
        KMEANS
    }

    @Override
    Reply run(ProjectFile file, Journey journey, Progress progress) {
        journey.ensureFeatures(progress.between(0, 0.2));
        var change = (Change.Clustered) journey.cluster(plan(file), progress.between(0.2, 0.9));
        file.commit(change, progress.between(0.9, 0.98));
        var clustering = change.clustering().value();
        out.ifPresent(path -> WorkFile.write(file, clustering.members(), path, progress.between(0.98, 1)));
        return describe(clustering);
    }

    private ClusterPlan plan(ProjectFile file) {
        var range = RANGE.matcher(clusters);
        if (!range.matches()) {
            throw wrongUsage("--clusters is a number such as 5, or a range such as 2..12, not " + clusters + ".");
        }
        int from = Integer.parseInt(range.group(1));
        int to = range.group(2) == null ? from : Integer.parseInt(range.group(2));
        if (from < 2 || to < from || starts < 1 || rounds < 1) {
            throw wrongUsage("There are at least 2 clusters, 1 start and 1 round, and the larger number stands last.");
        }
        var known = file.history().present().features().orElseThrow().value();
        var chosen = features.isEmpty()
                ? FeatureMatrix.suitable(known)
                : features.stream().map(String::strip).distinct().toList();
        if (chosen.isEmpty()) {
            throw new Problem(
                            "No feature is a number that differs between customers.",
                            "",
                            "Import events or a file with numbers about each customer, or name the features with --features.")
                    .asFailure();
        }
        return new ClusterPlan(chosen, scaling, new ClusterMethod.KMeans(new Counts(from, to), starts, rounds), seed());
    }

    private Reply describe(Clustering clustering) {
        var reply = new Reply()
                .key("method", method)
                .key("rows", clustering.members().rows())
                .key("features", clustering.plan().features())
                .key(
                        "candidates",
                        clustering.candidates().stream()
                                .map(candidate -> JsonValues.object(
                                        "clusters", candidate.clusters(),
                                        "inertia", candidate.inertia(),
                                        "silhouette", candidate.silhouette(),
                                        "silhouetteRows", candidate.silhouetteRows(),
                                        "rounds", candidate.rounds()))
                                .toList())
                .key("chosen", clustering.chosen().clusters())
                .key("reason", clustering.chosen().reason())
                .key(
                        "sizes",
                        clustering.clusters().stream()
                                .map(cluster -> cluster.size())
                                .toList())
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
        clustering
                .clusters()
                .forEach(cluster ->
                        reply.line("  %d: %,d customers, %s", cluster.cluster(), cluster.size(), cluster.name()));
        SoundnessValues.describe(clustering.soundness(), reply);
        return reply;
    }
}
