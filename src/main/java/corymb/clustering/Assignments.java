package corymb.clustering;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The cluster of each row, or that it is of none, immutable. */
public final class Assignments {
    /** The cluster of a row that belongs to none. */
    public static final int NOISE = -1;

    private final int[] clusters;
    private final int clusterCount;

    /**
     * Takes the clusters in row order.
     *
     * @param clusterCount how many clusters there are
     * @param clusters each from 0 to before {@code clusterCount}, or {@link #NOISE}
     */
    public Assignments(int clusterCount, int... clusters) {
        this.clusterCount = clusterCount;
        this.clusters = clusters.clone();
        for (int cluster : clusters) {
            if (cluster < NOISE || cluster >= clusterCount) {
                throw new IllegalArgumentException("No cluster " + cluster + " among " + clusterCount);
            }
        }
    }

    /** Keeps an array that nobody else has. */
    private Assignments(int[] clusters, int clusterCount) {
        this.clusters = clusters;
        this.clusterCount = clusterCount;
    }

    /** The clusters, the largest first, of equally large ones the one with the earliest row. */
    static List<Integer> bySize(int clusterCount, int... clusters) {
        var sizes = new int[clusterCount];
        var firstRows = new int[clusterCount];
        for (int row = clusters.length - 1; row >= 0; row--) {
            if (clusters[row] != NOISE) {
                sizes[clusters[row]]++;
                firstRows[clusters[row]] = row;
            }
        }
        return IntStream.range(0, clusterCount)
                .boxed()
                .sorted(Comparator.comparingInt((Integer cluster) -> -sizes[cluster])
                        .thenComparingInt(cluster -> firstRows[cluster]))
                .toList();
    }

    /** The same clusters numbered anew by {@link #bySize}. */
    static Assignments largestFirst(int clusterCount, int... clusters) {
        return numbered(places(clusterCount, clusters), clusters.clone());
    }

    /** The same clusters, each by the number that stands at its place, in the array given, which nobody else may have. */
    static Assignments numbered(int[] numbers, int... clusters) {
        for (int row = 0; row < clusters.length; row++) {
            clusters[row] = clusters[row] == NOISE ? NOISE : numbers[clusters[row]];
        }
        return new Assignments(clusters, numbers.length);
    }

    /** The place of each cluster in the order of {@link #bySize}. */
    static int[] places(int clusterCount, int... clusters) {
        var order = bySize(clusterCount, clusters);
        var places = new int[clusterCount];
        for (int place = 0; place < clusterCount; place++) {
            places[order.get(place)] = place;
        }
        return places;
    }

    /** The cluster of a row, {@link #NOISE} when it has none. */
    public int get(int row) {
        return clusters[row];
    }

    /** How many rows there are. */
    public int size() {
        return clusters.length;
    }

    public int clusterCount() {
        return clusterCount;
    }

    /** How many rows belong to no cluster. */
    public long noise() {
        return stream().filter(cluster -> cluster == NOISE).count();
    }

    /** How many rows each cluster has, in order of the clusters; rows of no cluster are not among them. */
    public List<Long> sizes() {
        var sizes = new long[clusterCount];
        for (int cluster : clusters) {
            if (cluster != NOISE) {
                sizes[cluster]++;
            }
        }
        return Arrays.stream(sizes).boxed().toList();
    }

    /** The clusters in row order, {@link #NOISE} for a row of none. */
    public IntStream stream() {
        return Arrays.stream(clusters);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Assignments that
                && clusterCount == that.clusterCount
                && Arrays.equals(clusters, that.clusters);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(clusters);
    }
}
