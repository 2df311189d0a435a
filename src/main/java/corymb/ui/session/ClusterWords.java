package corymb.ui.session;

import corymb.clustering.Beginning;
import corymb.clustering.ClusterMethod;
import corymb.clustering.Counts;
import corymb.ui.kit.Explanation.Fact;
import corymb.ui.kit.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Words and options of the ways to look for groups. */
final class ClusterWords {
    private ClusterWords() {}

    static String name(ClusterMethod method) {
        return switch (method) {
            case ClusterMethod.KMeans _ -> Texts.of("clusters.methodKmeans");
            case ClusterMethod.Mixture _ -> Texts.of("clusters.methodGmm");
            case ClusterMethod.Merging merging -> Texts.of("clusters.methodMerging", lower(merging.linkage()));
            case ClusterMethod.MiniBatch _ -> Texts.of("clusters.methodMinibatch");
            case ClusterMethod.KPrototypes _ -> Texts.of("clusters.methodPrototypes");
            case ClusterMethod.Gower gower -> Texts.of("clusters.methodGower", lower(gower.linkage()));
            case ClusterMethod.Hdbscan _ -> Texts.of("clusters.methodHdbscan");
            case ClusterMethod.Dbscan _ -> Texts.of("clusters.methodDbscan");
        };
    }

    /** What the person chose of the method. */
    static List<Fact> facts(ClusterMethod method) {
        return switch (method) {
            case ClusterMethod.KMeans(var range, int starts, int maxRounds) ->
                List.of(tried(range), Fact.of("step.starts", starts), Fact.of("step.rounds", maxRounds));
            case ClusterMethod.Mixture(var range, var covariance, int starts, int maxRounds, double tolerance) ->
                List.of(
                        tried(range),
                        Fact.of("step.covariance", lower(covariance)),
                        Fact.of("step.starts", starts),
                        Fact.of("step.rounds", maxRounds),
                        Fact.of("step.tolerance", tolerance));
            case ClusterMethod.MiniBatch(var range, int batchRows, int batches) ->
                List.of(tried(range), Fact.of("step.batchRows", batchRows), Fact.of("step.batches", batches));
            case ClusterMethod.KPrototypes(var range, var gamma, int starts, int maxRounds) ->
                List.of(
                        tried(range),
                        Fact.of("step.gamma", suggested(gamma, "step.gammaSuggested")),
                        Fact.of("step.starts", starts),
                        Fact.of("step.rounds", maxRounds));
            case ClusterMethod.Gower(var range, var linkage) ->
                List.of(tried(range), Fact.of("step.linkage", lower(linkage)));
            case ClusterMethod.Hdbscan(int minSize, int minPoints) ->
                List.of(Fact.of("step.minSize", minSize), Fact.of("step.minPoints", minPoints));
            case ClusterMethod.Merging(var range, var linkage) ->
                List.of(tried(range), Fact.of("step.linkage", lower(linkage)));
            case ClusterMethod.Dbscan(var radius, int minPoints) ->
                List.of(
                        Fact.of("step.radius", suggested(radius, "step.radiusSuggested")),
                        Fact.of("step.minPoints", minPoints));
        };
    }

    /** Where the method began and how customers counted, where it is not as usual. */
    static List<Fact> facts(Beginning beginning, Optional<String> weight) {
        var began = switch (beginning) {
            case Beginning.PlusPlus _ -> Stream.<Fact>empty();
            case Beginning.Oversampled _ -> Stream.of(Fact.of("step.beginning", Texts.of("step.beginningOversampled")));
            case Beginning.Groups groups ->
                Stream.of(Fact.of(
                        "step.beginning",
                        Texts.of("step.beginningGroups", groups.centres().size())));
        };
        return Stream.concat(began, weight.stream().map(name -> Fact.of("step.weight", name)))
                .toList();
    }

    private static String suggested(OptionalDouble number, String otherwise) {
        return number.isPresent() ? String.valueOf(number.getAsDouble()) : Texts.of(otherwise);
    }

    private static Fact tried(Counts counts) {
        return Fact.of(
                "step.tried", counts.isOne() ? String.valueOf(counts.fewest()) : counts.fewest() + "–" + counts.most());
    }

    /** The options of the command line that say the same. */
    static String options(ClusterMethod method) {
        return switch (method) {
            case ClusterMethod.KMeans(var range, int starts, int maxRounds) ->
                "kmeans" + range(range) + " --starts " + starts + " --rounds " + maxRounds;
            case ClusterMethod.Mixture(var range, var covariance, int starts, int maxRounds, double tolerance) ->
                "gmm" + range(range) + " --covariance " + lower(covariance) + " --starts " + starts + " --rounds "
                        + maxRounds + " --tolerance " + tolerance;
            case ClusterMethod.Merging(var range, var linkage) -> lower(linkage) + range(range);
            case ClusterMethod.MiniBatch(var range, int batchRows, int batches) ->
                "minibatch" + range(range) + " --batch-rows " + batchRows + " --batches " + batches;
            case ClusterMethod.KPrototypes(var range, var gamma, int starts, int maxRounds) ->
                "kprototypes" + range(range) + (gamma.isPresent() ? " --gamma " + gamma.getAsDouble() : "")
                        + " --starts " + starts + " --rounds " + maxRounds;
            case ClusterMethod.Gower(var range, var linkage) -> "gower" + range(range) + " --linkage " + lower(linkage);
            case ClusterMethod.Hdbscan(int minSize, int minPoints) ->
                "hdbscan --min-size " + minSize + " --min-points " + minPoints;
            case ClusterMethod.Dbscan(var radius, int minPoints) ->
                "dbscan" + (radius.isPresent() ? " --radius " + radius.getAsDouble() : "") + " --min-points "
                        + minPoints;
        };
    }

    /** The options of the command line for where the method began. */
    static String options(Beginning beginning) {
        return switch (beginning) {
            case Beginning.PlusPlus _ -> "";
            case Beginning.Oversampled _ -> " --begin oversampled";
            case Beginning.Groups _ -> " --begin groups";
        };
    }

    private static String lower(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private static String range(Counts counts) {
        return " --clusters " + counts.fewest() + ".." + counts.most();
    }
}
