package corymb.clustering;

import java.util.List;
import java.util.OptionalDouble;

/**
 * One number of clusters that was tried, and how well it fits.
 *
 * @param clusters how many clusters
 * @param inertia the sum of squared distances of all rows to their cluster's centre, in scaled units
 * @param silhouette the mean silhouette, -1 to 1
 * @param silhouetteRows on how many rows the silhouette was taken: all, or a random sample of many
 * @param rounds how many rounds the best start took
 * @param scores what further measures say; those that the method knows
 */
public record Candidate(
        int clusters, double inertia, double silhouette, int silhouetteRows, int rounds, List<Score> scores) {
    public Candidate {
        scores = List.copyOf(scores);
    }

    /** What a measure says, where it was taken. */
    public OptionalDouble score(Measure measure) {
        return scores.stream()
                .filter(score -> score.measure() == measure)
                .mapToDouble(Score::value)
                .findFirst();
    }
}
