package corymb.clustering;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What became of an earlier clustering.
 *
 * @param names what its clusters were called
 * @param successors for each of them, the cluster that took its place; {@link Assignments#NOISE} where none did
 * @param moved who went where, of the customers in both
 * @param arrived how many customers are new
 * @param left how many are gone
 * @param drift how far the centre of each cluster with a predecessor moved, in standard deviations, over all columns; empty where the
 *     columns are not the same
 * @param silhouetteBefore the mean silhouette then
 * @param silhouette the mean silhouette now
 * @param formerly the names of the tables of members of those it goes on as, the newest last; earlier versions kept none
 */
public record Succession(
        List<String> names,
        List<Integer> successors,
        Comparison moved,
        long arrived,
        long left,
        List<Drift> drift,
        double silhouetteBefore,
        double silhouette,
        List<String> formerly) {
    /** There was none before. */
    public static final Succession NONE =
            new Succession(List.of(), List.of(), Comparison.NONE, 0, 0, List.of(), 0, 0, List.of());

    private static final double GROWN = 0.2;
    private static final double DRIFTED = 0.5;
    private static final double FALLEN = 0.2;
    private static final double LEAST_FALL = 0.05;

    /** What to do with a clustering that customers were sorted into later. */
    public enum Advice {
        /** It still holds. */
        KEEP,
        /** It begins to age. */
        WATCH,
        /** It describes other customers than there are now. */
        RETRAIN
    }

    /**
     * How far a cluster's centre moved.
     *
     * @param distance in standard deviations of all customers, over all columns
     * @param chance how far it hardly ever moves where other customers are drawn like those of then; 0 by earlier versions
     */
    public record Drift(int cluster, double distance, double chance) {
        /** What chance does not explain. */
        public double beyondChance() {
            return Math.sqrt(Math.max(0, distance * distance - chance * chance));
        }
    }

    public Succession {
        formerly = List.copyOf(formerly);
        names = List.copyOf(names);
        successors = List.copyOf(successors);
        drift = List.copyOf(drift);
    }

    public boolean isKnown() {
        return !names.isEmpty();
    }

    /** How many of the customers in both are in the cluster that took the place of theirs, or in none as before. */
    public long stayed() {
        long inClusters = IntStream.range(0, successors.size())
                .filter(cluster -> successors.get(cluster) != Assignments.NOISE)
                .mapToLong(cluster -> moved.shared(cluster, successors.get(cluster)))
                .sum();
        return inClusters + moved.shared(Assignments.NOISE, Assignments.NOISE);
    }

    /** The part of the customers in both who went elsewhere; 0 where there are none. */
    public double movedShare() {
        return moved.rows() == 0 ? 0 : 1 - (double) stayed() / moved.rows();
    }

    /**
     * What to do where the clusters stayed as they were and customers were sorted into them: look for clusters again where clusters
     * grew by a fifth of the customers at the cost of others, a centre moved by half a standard deviation more than chance explains, or a
     * fifth of the silhouette is gone; halfway there already watch. Customers who change places say nothing against the clusters.
     */
    public Advice advice() {
        double aged = Math.max(grownShare() / GROWN, Math.max(farthest() / DRIFTED, fall() / FALLEN));
        if (aged >= 1) {
            return Advice.RETRAIN;
        }
        return aged >= 0.5 ? Advice.WATCH : Advice.KEEP;
    }

    /** The part of the customers in both by which clusters, noise among them, grew at the cost of others; 0 where there are none. */
    public double grownShare() {
        long lost = lost(Assignments.NOISE, moved.ofOther(Assignments.NOISE));
        for (int old = 0; old < successors.size(); old++) {
            int now = successors.get(old);
            lost += lost(old, now == Assignments.NOISE ? 0 : moved.ofOther(now));
        }
        return moved.rows() == 0 ? 0 : (double) lost / moved.rows();
    }

    private long lost(int old, long now) {
        return Math.max(0, moved.ofOne(old) - now);
    }

    /** How far the centre that moved most moved beyond chance, in standard deviations; 0 where that is not known. */
    public double farthest() {
        return drift.stream().mapToDouble(Drift::beyondChance).max().orElse(0);
    }

    /** The part of the silhouette that is gone; 0 where so little is that any other customers than those of then could take it. */
    private double fall() {
        double gone = silhouetteBefore - silhouette;
        return silhouetteBefore > 0 && gone >= LEAST_FALL ? gone / silhouetteBefore : 0;
    }
}
