package corymb.ui.session;

import corymb.clustering.ClusterMethod;
import corymb.clustering.Counts;
import corymb.ui.kit.Explanation.Fact;
import corymb.ui.kit.Texts;
import java.util.List;

/** Words and options of the ways to look for groups. */
final class ClusterWords {
    private ClusterWords() {}

    static String name(ClusterMethod method) {
        return switch (method) {
            case ClusterMethod.KMeans _ -> Texts.of("clusters.methodKmeans");
        };
    }

    /** What the person chose of the method. */
    static List<Fact> facts(ClusterMethod method) {
        return switch (method) {
            case ClusterMethod.KMeans(var range, int starts, int maxRounds) ->
                List.of(tried(range), Fact.of("step.starts", starts), Fact.of("step.rounds", maxRounds));
        };
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
        };
    }

    private static String range(Counts counts) {
        return " --clusters " + counts.fewest() + ".." + counts.most();
    }
}
