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
    /** Chooses by the best mean silhouette, the fewest clusters of equals, and asks the elbow for a second opinion. */
    public static Choice of(List<Candidate> candidates) {
        var best = candidates.stream()
                .max(Comparator.comparingDouble(Candidate::silhouette)
                        .thenComparing(Candidate::clusters, Comparator.reverseOrder()))
                .orElseThrow(() -> new IllegalArgumentException("No candidates"));
        var reason = separation(best, candidates);
        return new Choice(
                best.clusters(), candidates.size() == 1 ? reason : reason + " " + secondOpinion(best, candidates));
    }

    private static String separation(Candidate best, List<Candidate> candidates) {
        if (candidates.size() == 1) {
            return String.format(
                    Locale.ROOT,
                    "%d clusters were asked for; they are %s separated (silhouette %.2f).",
                    best.clusters(),
                    separation(best.silhouette()),
                    best.silhouette());
        }
        return String.format(
                Locale.ROOT,
                "%d clusters separate the customers best of all from %d to %d tried: they are %s separated (silhouette %.2f).",
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
