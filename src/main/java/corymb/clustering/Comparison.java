package corymb.clustering;

import java.util.Arrays;
import java.util.List;

/**
 * Two groupings of the same rows side by side.
 *
 * @param shared how many rows are in a cluster of the first and one of the other; in either, the rows of none come first
 * @param adjustedRand how far they agree beyond chance, 1 where they are the same
 * @param mutualInformation how much one says of the other, 0 to 1
 */
public record Comparison(List<List<Long>> shared, double adjustedRand, double mutualInformation) {
    /** Nothing was compared. */
    public static final Comparison NONE = new Comparison(List.of(), 0, 0);

    public Comparison {
        shared = shared.stream().map(List::copyOf).toList();
    }

    /** Compares two groupings; of no rows they agree on nothing. */
    public static Comparison of(Assignments one, Assignments other) {
        var shared = Arrays.stream(new Contingency(one, other).shared())
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList();
        return one.size() == 0
                ? new Comparison(shared, 0, 0)
                : new Comparison(shared, AdjustedRandIndex.of(one, other), NormalizedMutualInformation.of(one, other));
    }

    /** How many rows are in a cluster of the first and one of the other; {@link Assignments#NOISE} for none. */
    public long shared(int one, int other) {
        return shared.get(one - Assignments.NOISE).get(other - Assignments.NOISE);
    }

    /** How many rows are in a cluster of the first; {@link Assignments#NOISE} for none. */
    long ofOne(int cluster) {
        return shared.isEmpty()
                ? 0
                : shared.get(cluster - Assignments.NOISE).stream()
                        .mapToLong(Long::longValue)
                        .sum();
    }

    /** How many rows are in a cluster of the other; {@link Assignments#NOISE} for none. */
    long ofOther(int cluster) {
        return shared.stream()
                .mapToLong(row -> row.get(cluster - Assignments.NOISE))
                .sum();
    }

    /** How many rows there are. */
    public long rows() {
        return shared.stream().flatMap(List::stream).mapToLong(Long::longValue).sum();
    }
}
