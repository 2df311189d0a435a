package corymb.clustering;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The number of clusters that was chosen, and why.
 *
 * @param clusters how many
 * @param reason the explanation, in plain words
 */
public record Choice(int clusters, String reason) {
    private static final int FEW = 5;
    private static final double FEW_SHARE = 0.01;

    /**
     * Chooses by the best mean silhouette, the fewest clusters of equals, and asks the elbow for a second opinion; of mixtures by
     * their information criterion.
     */
    public static Choice of(List<Candidate> candidates) {
        if (candidates.size() > 1 && candidates.getFirst().score(Measure.BIC).isPresent()) {
            return byInformation(candidates);
        }
        var best = furthestApart(candidates);
        var reason = separation(best, candidates);
        return new Choice(
                best.clusters(), candidates.size() == 1 ? reason : reason + " " + secondOpinion(best, candidates));
    }

    /** The number whose clusters have the best mean silhouette, the fewest clusters of equals. */
    public static Candidate furthestApart(List<Candidate> candidates) {
        return candidates.stream()
                .max(Comparator.comparingDouble(Candidate::silhouette)
                        .thenComparing(Candidate::clusters, Comparator.reverseOrder()))
                .orElseThrow(() -> new IllegalArgumentException("No candidates"));
    }

    /** The same with what the gap statistic says, where it was measured. */
    Choice with(GapStatistic gap) {
        if (gap.points().isEmpty()) {
            return this;
        }
        var words = gap.clusters().isEmpty()
                ? "The gap to customers without groups still grows at the last number tried."
                : gap.clusters().getAsInt() == clusters
                        ? "The gap statistic agrees."
                        : "The gap statistic, which asks when one more group is no more than chance, would take "
                                + gap.clusters().getAsInt() + ".";
        return new Choice(clusters, reason + " " + words);
    }

    /** The same with a word on groups that are a few customers far off from all others, which separate well and tell nothing of the rest. */
    Choice with(List<Long> sizes) {
        long all = sizes.stream().mapToLong(Long::longValue).sum();
        long few = sizes.stream()
                .filter(size -> size < FEW && size < FEW_SHARE * all)
                .count();
        return few == 0
                ? this
                : new Choice(
                        clusters,
                        String.format(
                                Locale.ROOT,
                                "%s %s fewer than %d customers, who are far off from all others and make no group. Pull in extreme values to see how the rest separates.",
                                reason,
                                few == 1 ? "One of the groups has" : few + " of the groups have",
                                FEW));
    }

    /** The same with why no more were tried of the numbers asked for, where so few customers differ. */
    Choice limitedBy(List<Candidate> tried, Counts asked) {
        int most = tried.getLast().clusters();
        return most == asked.most()
                ? this
                : new Choice(
                        clusters, reason + " More were not tried, since only " + most + " different customers count.");
    }

    /** The number that the method found itself. */
    static Choice found(Candidate found, Assignments assignments, ClusterMethod.Dense method) {
        var counts = String.format(
                Locale.ROOT,
                "The method found %d %s by itself; %,d of %,d customers belong to none.",
                found.clusters(),
                found.clusters() == 1 ? "group" : "groups",
                assignments.noise(),
                assignments.size());
        var worth = found.clusters() == 1
                ? "One group tells no customers apart: " + method.closer()
                : String.format(
                        Locale.ROOT,
                        "The groups are %s separated (silhouette %.2f).",
                        separation(found.silhouette()),
                        found.silhouette());
        return new Choice(found.clusters(), counts + " " + worth);
    }

    private static Choice byInformation(List<Candidate> candidates) {
        var best = candidates.stream()
                .min(Comparator.comparingDouble(
                        candidate -> candidate.score(Measure.BIC).orElse(Double.POSITIVE_INFINITY)))
                .orElseThrow();
        return new Choice(
                best.clusters(),
                String.format(
                        Locale.ROOT,
                        "Of %d to %d clusters, %d say the most for what they take to describe (least BIC, %.1f); they are %s separated (silhouette %.2f).",
                        candidates.getFirst().clusters(),
                        candidates.getLast().clusters(),
                        best.clusters(),
                        best.score(Measure.BIC).orElse(Double.NaN),
                        separation(best.silhouette()),
                        best.silhouette()));
    }

    private static String separation(Candidate best, List<Candidate> candidates) {
        if (candidates.size() == 1) {
            return String.format(
                    Locale.ROOT,
                    "%d groups are %s separated (silhouette %.2f).",
                    best.clusters(),
                    separation(best.silhouette()),
                    best.silhouette());
        }
        return String.format(
                Locale.ROOT,
                "%d groups separate the customers best of all from %d to %d tried: they are %s separated (silhouette %.2f).",
                best.clusters(),
                candidates.getFirst().clusters(),
                candidates.getLast().clusters(),
                separation(best.silhouette()),
                best.silhouette());
    }

    /**
     * How well a mean silhouette says that clusters are separated: "strongly", "clearly", "loosely" or "hardly".
     *
     * <p>Reference: L. Kaufman, P. J. Rousseeuw, Finding groups in data (1990), table 4, doi:10.1002/9780470316801.
     */
    public static String separation(double silhouette) {
        if (silhouette > 0.7) {
            return "strongly";
        }
        if (silhouette > 0.5) {
            return "clearly";
        }
        return silhouette > 0.25 ? "loosely" : "hardly";
    }

    private static String secondOpinion(Candidate best, List<Candidate> candidates) {
        var elbow = Elbow.of(candidates);
        if (elbow.isEmpty()) {
            return "The inertia curve shows no elbow.";
        }
        return elbow.getAsInt() == best.clusters()
                ? "The elbow of the inertia curve agrees."
                : "The elbow of the inertia curve would be at " + elbow.getAsInt() + ", also worth a look.";
    }
}
