package corymb.ui.clusters;

import corymb.clustering.Candidate;
import corymb.clustering.ClusterPlan;
import corymb.clustering.Clustering;
import corymb.clustering.GapStatistic;
import corymb.project.Made;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The numbers of groups that were tried in one way. */
final class TriedNumbers {
    private TriedNumbers() {}

    /**
     * The longest sweep over the same customers in the same way as {@code shown}, which may be one number picked from it; that number
     * as it is shown, since of many customers others are scored the second time.
     */
    static List<Candidate> of(List<Made<Clustering>> all, Made<Clustering> shown) {
        int chosen = shown.value().chosen().clusters();
        var asShown = shown.value().candidates().stream()
                .filter(each -> each.clusters() == chosen)
                .findFirst();
        var longest = alike(all, shown)
                .map(Clustering::candidates)
                .filter(candidates -> candidates.stream().anyMatch(each -> each.clusters() == chosen))
                .max(Comparator.comparingInt(List::size));
        return longest.stream()
                .flatMap(List::stream)
                .map(each -> each.clusters() == chosen ? asShown.orElse(each) : each)
                .toList();
    }

    /** The gap statistic that was measured on the way, which one number alone has none of. */
    static GapStatistic gap(List<Made<Clustering>> all, Made<Clustering> shown) {
        return alike(all, shown)
                .map(other -> other.soundness().gap())
                .max(Comparator.comparingInt(gap -> gap.points().size()))
                .orElse(GapStatistic.NONE);
    }

    private static Stream<Clustering> alike(List<Made<Clustering>> all, Made<Clustering> shown) {
        return all.stream()
                .filter(made -> made.inputs().equals(shown.inputs()))
                .map(Made::value)
                .filter(other -> isLike(other.plan(), shown.value().plan()));
    }

    private static boolean isLike(ClusterPlan one, ClusterPlan other) {
        return one.trying(2).equals(other.trying(2));
    }
}
