package corymb.cli;

import corymb.clustering.Beginning;
import corymb.clustering.ClusterMethod;
import corymb.clustering.ClusterPlan;
import corymb.clustering.Counts;
import corymb.clustering.Covariance;
import corymb.clustering.Linkage;
import corymb.project.GroupSteps;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** How groups are looked for. */
final class MethodOptions {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,4})(?:\\.\\.(\\d{1,4}))?");

    @Option(
            names = "--method",
            defaultValue = "kmeans",
            description =
                    "kmeans, minibatch, gmm (Gaussian mixture), ward, average, complete or single (hierarchical), dbscan, hdbscan; of numbers and categories kprototypes or gower (default: ${DEFAULT-VALUE}).")
    private Method method = Method.KMEANS;

    @Option(
            names = "--clusters",
            paramLabel = "2..12",
            description = "How many clusters to try (default: 2..12); dbscan and hdbscan find the number themselves.")
    private Optional<String> clusters = Optional.empty();

    @Option(
            names = "--starts",
            defaultValue = "3",
            description =
                    "Starts for each number of clusters, of kmeans, gmm and kprototypes (default: ${DEFAULT-VALUE}).")
    private int starts = 3;

    @Option(
            names = "--rounds",
            defaultValue = "300",
            description = "Rounds at most, until a start rests (default: ${DEFAULT-VALUE}).")
    private int rounds = 300;

    @Option(
            names = "--covariance",
            defaultValue = "full",
            description = "Shapes of gmm: full, tied or diagonal (default: ${DEFAULT-VALUE}).")
    private Covariance covariance = Covariance.FULL;

    @Option(
            names = "--tolerance",
            defaultValue = "1e-6",
            description =
                    "A start of gmm rests when a round raises the mean log-likelihood by less (default: ${DEFAULT-VALUE}).")
    private double tolerance = 1e-6;

    @Option(
            names = "--radius",
            description =
                    "How near a neighbour is for dbscan, in scaled units (default: where the curve of the distances to the --min-points nearest bends).")
    private Optional<Double> radius = Optional.empty();

    @Option(
            names = "--min-points",
            defaultValue = "5",
            description =
                    "How many neighbours make a place dense for dbscan and hdbscan, itself included (default: ${DEFAULT-VALUE}).")
    private int minPoints = 5;

    @Option(
            names = "--min-size",
            defaultValue = "25",
            description = "The smallest cluster of hdbscan (default: ${DEFAULT-VALUE}).")
    private int minSize = 25;

    @Option(
            names = "--gamma",
            description =
                    "How much a category that differs counts for kprototypes beside the squares of numbers (default: half their mean standard deviation).")
    private Optional<Double> gamma = Optional.empty();

    @Option(
            names = "--linkage",
            defaultValue = "average",
            description = "How gower merges: average, complete or single (default: ${DEFAULT-VALUE}).")
    private Linkage linkage = Linkage.AVERAGE;

    @Option(
            names = "--batch-rows",
            defaultValue = "1024",
            description = "Rows at a time of minibatch (default: ${DEFAULT-VALUE}).")
    private int batchRows = 1024;

    @Option(
            names = "--batches",
            defaultValue = "100",
            description = "Batches of minibatch (default: ${DEFAULT-VALUE}).")
    private int batches = 100;

    @Option(
            names = "--begin",
            defaultValue = "plusplus",
            description =
                    "Where kmeans, minibatch and gmm begin: plusplus (k-means++), oversampled (k-means‖), or the centres of the groups there are now (default: ${DEFAULT-VALUE}).")
    private Begin begin = Begin.PLUSPLUS;

    @Option(
            names = "--weight",
            paramLabel = "FEATURE",
            description =
                    "How much each customer counts for kmeans, minibatch, gmm and kprototypes; 0 or nothing leaves them out of the search, and they find their group afterwards (default: all alike).")
    private Optional<String> weight = Optional.empty();

    /** Where centres begin. */
    enum Begin {
        PLUSPLUS,
        OVERSAMPLED,
        GROUPS
    }

    /** The methods there are. */
    enum Method {
        KMEANS,
        MINIBATCH,
        GMM,
        WARD,
        AVERAGE,
        COMPLETE,
        SINGLE,
        DBSCAN,
        HDBSCAN,
        KPROTOTYPES,
        GOWER
    }

    Method name() {
        return method;
    }

    /** The plan with where the method begins and how customers count; from groups it looks for just as many unless told otherwise. */
    ClusterPlan completed(ClusterPlan plan, GroupSteps groups) {
        var weighed = plan.weighing(weight);
        return switch (begin) {
            case PLUSPLUS -> weighed;
            case OVERSAMPLED -> weighed.beginning(new Beginning.Oversampled());
            case GROUPS -> {
                var found = Beginning.Groups.of(groups.clustering());
                yield (clusters.isPresent()
                                ? weighed
                                : weighed.trying(found.centres().size()))
                        .beginning(found);
            }
        };
    }

    /** The method with all its parameters. */
    ClusterMethod chosen(BaseCommand command) {
        if (Math.min(starts, rounds) < 1 || Math.min(batchRows, batches) < 1 || minPoints < 1 || !(tolerance > 0)) {
            throw command.wrongUsage(
                    "--starts, --rounds, --min-points, --batch-rows and --batches are at least 1, and --tolerance is above 0.");
        }
        return switch (method) {
            case KMEANS -> new ClusterMethod.KMeans(range(command), starts, rounds);
            case GMM -> new ClusterMethod.Mixture(range(command), covariance, starts, rounds, tolerance);
            case WARD, AVERAGE, COMPLETE, SINGLE ->
                new ClusterMethod.Merging(range(command), Linkage.valueOf(method.name()));
            case MINIBATCH -> new ClusterMethod.MiniBatch(range(command), batchRows, batches);
            case DBSCAN -> dbscan(command);
            case HDBSCAN -> hdbscan(command);
            case KPROTOTYPES -> prototypes(command);
            case GOWER -> gower(command);
        };
    }

    private ClusterMethod prototypes(BaseCommand command) {
        if (gamma.filter(value -> !(value >= 0 && value < Double.POSITIVE_INFINITY))
                .isPresent()) {
            throw command.wrongUsage("--gamma is from 0.");
        }
        return new ClusterMethod.KPrototypes(range(command), optional(gamma), starts, rounds);
    }

    private ClusterMethod gower(BaseCommand command) {
        if (linkage == Linkage.WARD) {
            throw command.wrongUsage("--linkage of gower is average, complete or single: Ward's needs means.");
        }
        return new ClusterMethod.Gower(range(command), linkage);
    }

    private static OptionalDouble optional(Optional<Double> number) {
        return number.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    private ClusterMethod hdbscan(BaseCommand command) {
        requireNoNumber(command);
        if (minSize < 2) {
            throw command.wrongUsage("--min-size is at least 2.");
        }
        return new ClusterMethod.Hdbscan(minSize, minPoints);
    }

    private void requireNoNumber(BaseCommand command) {
        if (clusters.isPresent()) {
            throw command.wrongUsage("The method finds the number of clusters itself: leave --clusters out.");
        }
    }

    private ClusterMethod dbscan(BaseCommand command) {
        requireNoNumber(command);
        if (radius.filter(value -> !(value > 0 && Double.isFinite(value))).isPresent()) {
            throw command.wrongUsage("--radius is above 0.");
        }
        return new ClusterMethod.Dbscan(optional(radius), minPoints);
    }

    private Counts range(BaseCommand command) {
        var asked = clusters.orElse("2..12");
        var range = RANGE.matcher(asked);
        if (!range.matches()) {
            throw command.wrongUsage("--clusters is a number such as 5, or a range such as 2..12, not " + asked + ".");
        }
        int from = Integer.parseInt(range.group(1));
        int to = range.group(2) == null ? from : Integer.parseInt(range.group(2));
        if (from < 2 || to < from) {
            throw command.wrongUsage("There are at least 2 clusters, and the larger number stands last.");
        }
        return new Counts(from, to);
    }
}
