package corymb.clustering;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Lets clusters that are found anew go on as those of an earlier clustering: each takes the number of the one it shares the
 * most customers with, all together as much as can be.
 *
 * <p>Reference: for the matching see {@link OptimalMatching}; shared means Jaccard's index. Cost: O(rows + clusters³).
 *
 * @param assignments the cluster of each row, renumbered
 * @param numbers for each found cluster its number now
 * @param successors for each earlier cluster its number now; {@link Assignments#NOISE} where it is gone
 */
record Identities(Assignments assignments, List<Integer> numbers, List<Integer> successors) {
    Identities {
        numbers = List.copyOf(numbers);
        successors = List.copyOf(successors);
    }

    /** Clusters that go on as nothing. */
    static Identities fresh(Assignments found) {
        return new Identities(
                found, IntStream.range(0, found.clusterCount()).boxed().toList(), List.of());
    }

    /**
     * The clusters as those of before.
     *
     * @param before the earlier cluster of each row; rows that were not there count as of none
     */
    static Identities of(Assignments before, Assignments found) {
        int[] partners = partners(before, found);
        int[] numbers = numbers(partners, found.clusterCount());
        var renumbered = found.stream()
                .map(cluster -> cluster == Assignments.NOISE ? cluster : numbers[cluster])
                .toArray();
        return new Identities(
                new Assignments(found.clusterCount(), renumbered),
                Arrays.stream(numbers).boxed().toList(),
                Arrays.stream(partners)
                        .mapToObj(partner -> partner < 0 ? Assignments.NOISE : numbers[partner])
                        .toList());
    }

    /** For each earlier cluster the found one that goes on as it; less than 0 where none shares a row with it. */
    private static int[] partners(Assignments before, Assignments found) {
        var shared = new Contingency(before, found);
        int most = Math.max(before.clusterCount(), found.clusterCount());
        var weights = new double[before.clusterCount()][most];
        for (int old = 0; old < before.clusterCount(); old++) {
            for (int now = 0; now < found.clusterCount(); now++) {
                double both = shared.shared()[old + 1][now + 1];
                double either = shared.ofOne()[old + 1] + shared.ofOther()[now + 1] - both;
                weights[old][now] = either == 0 ? 0 : both / either;
            }
        }
        int[] partners = OptimalMatching.of(weights);
        return IntStream.range(0, partners.length)
                .map(old -> weights[old][partners[old]] > 0 ? partners[old] : -1)
                .toArray();
    }

    /** The number of each found cluster: that of its predecessor where there is such a number still, else one that is free. */
    private static int[] numbers(int[] partners, int count) {
        var numbers = new int[count];
        Arrays.fill(numbers, -1);
        var isTaken = new boolean[count];
        for (int old = 0; old < Math.min(partners.length, count); old++) {
            if (partners[old] >= 0) {
                numbers[partners[old]] = old;
                isTaken[old] = true;
            }
        }
        int free = 0;
        for (int cluster = 0; cluster < count; cluster++) {
            while (numbers[cluster] < 0 && isTaken[free]) {
                free++;
            }
            if (numbers[cluster] < 0) {
                numbers[cluster] = free++;
            }
        }
        return numbers;
    }
}
