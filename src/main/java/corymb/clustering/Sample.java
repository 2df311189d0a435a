package corymb.clustering;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Random samples of rows. */
public final class Sample {
    private Sample() {}

    /**
     * A simple random sample without repetition, in row order: each set of {@code wanted} of {@code count} rows is equally likely
     * (selection sampling: Knuth, TAOCP 2, 3.4.2 S).
     */
    static int[] rows(int count, int wanted, RandomGenerator chance) {
        var rows = new int[Math.min(count, wanted)];
        int taken = 0;
        for (int row = 0; taken < rows.length; row++) {
            if ((count - row) * chance.nextDouble() < rows.length - taken) {
                rows[taken++] = row;
            }
        }
        return rows;
    }

    /** The same for those outside this package. */
    public static IntStream stream(int count, int wanted, RandomGenerator chance) {
        return Arrays.stream(rows(count, wanted, chance));
    }

    /** One row of each of {@code wanted} equal slices, in row order: every row is expected equally often, and few are asked. */
    static int[] sliced(int count, int wanted, RandomGenerator chance) {
        double slice = (double) count / wanted;
        return IntStream.range(0, wanted)
                .map(index -> (int) Math.min(count - 1, (index + chance.nextDouble()) * slice))
                .toArray();
    }

    /**
     * A sample in which every cluster has its share: the rows, put in order of their clusters, are cut into {@code wanted} equal
     * slices and one row is drawn from each, so that every row is expected equally often.
     */
    static int[] spread(List<Assignments> partitions, int wanted, RandomGenerator chance) {
        var ordered = inClusterOrder(partitions);
        return Arrays.stream(sliced(ordered.length, wanted, chance))
                .map(place -> ordered[place])
                .toArray();
    }

    /** By the cluster in the first partition, within it by that in the second and so on: a stable counting sort from the last. */
    static int[] inClusterOrder(List<Assignments> partitions) {
        var rows = IntStream.range(0, partitions.getFirst().size()).toArray();
        for (var partition : partitions.reversed()) {
            rows = sorted(rows, partition);
        }
        return rows;
    }

    private static int[] sorted(int[] rows, Assignments partition) {
        var next = new int[partition.clusterCount() + 2];
        for (int row : rows) {
            next[partition.get(row) - Assignments.NOISE + 1]++;
        }
        for (int cluster = 1; cluster < next.length; cluster++) {
            next[cluster] += next[cluster - 1];
        }
        var sorted = new int[rows.length];
        for (int row : rows) {
            sorted[next[partition.get(row) - Assignments.NOISE]++] = row;
        }
        return sorted;
    }
}
