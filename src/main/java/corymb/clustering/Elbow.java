package corymb.clustering;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/**
 * The number of clusters beyond which the inertia falls only slowly: the point farthest below the straight line between the
 * first and the last.
 *
 * <p>Reference: V. Satopaa, J. Albrecht, D. Irwin, B. Raghavan, Finding a "kneedle" in a haystack, ICDCS Workshops (2011),
 * doi:10.1109/ICDCSW.2011.20. Cost: O(candidates).
 */
public final class Elbow {
    private Elbow() {}

    /** The elbow of candidates given fewest clusters first; empty where the curve has no point below the line. */
    public static OptionalInt of(List<Candidate> candidates) {
        if (candidates.size() < 3) {
            return OptionalInt.empty();
        }
        var farthest = candidates.stream()
                .max(Comparator.comparingDouble(candidate -> below(candidate, candidates)))
                .orElseThrow();
        return below(farthest, candidates) > 0 ? OptionalInt.of(farthest.clusters()) : OptionalInt.empty();
    }

    /** How far the curve lies below the line, both axes brought to 0 to 1. */
    private static double below(Candidate candidate, List<Candidate> candidates) {
        var first = candidates.getFirst();
        var last = candidates.getLast();
        double along = (double) (candidate.clusters() - first.clusters()) / (last.clusters() - first.clusters());
        double fall = first.inertia() - last.inertia();
        double fallen = fall == 0 ? along : (first.inertia() - candidate.inertia()) / fall;
        return fallen - along;
    }
}
