package corymb.clustering;

import corymb.work.Progress;
import java.util.Arrays;

/**
 * The merges of a hierarchy by the chain of nearest neighbours: from any cluster to its nearest, from there to the nearest of
 * that, until two are each other's nearest and are merged.
 *
 * <p>Reference: F. Murtagh, A survey of recent advances in hierarchical clustering algorithms, The Computer Journal 26 (1983),
 * doi:10.1093/comjnl/26.4.354. Cost: O(rows) searches for the nearest. Assumes: a linkage by which merging two clusters brings
 * neither nearer to a third.
 */
final class NeighbourChain {
    private final Distances distances;
    private final int[] chain;
    /** Clusters are known by one of their rows; those left are in the first slots. */
    private final int[] slotOf;

    private final int[] rowIn;
    private int left;
    private int length;

    private NeighbourChain(int rows, Distances distances) {
        this.distances = distances;
        this.chain = new int[rows];
        this.slotOf = new int[rows];
        this.rowIn = new int[rows];
        this.left = rows;
        Arrays.setAll(slotOf, row -> row);
        Arrays.setAll(rowIn, row -> row);
    }

    static Dendrogram merge(int rows, Distances distances, Progress progress) {
        return new NeighbourChain(rows, distances).merge(progress);
    }

    private Dendrogram merge(Progress progress) {
        int rows = chain.length;
        var ones = new int[rows - 1];
        var others = new int[rows - 1];
        var heights = new double[rows - 1];
        for (int i = 0; i < heights.length; i++) {
            progress.report(done(i, rows), "Merging clusters");
            heights[i] = extend(progress);
            others[i] = chain[--length];
            ones[i] = chain[--length];
            join(slotOf[ones[i]], slotOf[others[i]]);
        }
        return Dendrogram.of(ones, others, heights, progress);
    }

    /** A search costs as much as clusters are left. */
    private static double done(int merges, int rows) {
        double before = 1 - (double) merges / rows;
        return 1 - before * before;
    }

    /** Goes on until the last two of the chain are each other's nearest; their distance. */
    private double extend(Progress progress) {
        if (length == 0) {
            chain[length++] = rowIn[0];
        }
        while (true) {
            progress.check();
            int before = length > 1 ? slotOf[chain[length - 2]] : -1;
            int nearest = distances.nearest(slotOf[chain[length - 1]], before, left);
            if (nearest == before) {
                return distances.between(slotOf[chain[length - 1]], before);
            }
            chain[length++] = rowIn[nearest];
        }
    }

    private void join(int one, int other) {
        int kept = Math.min(one, other);
        int freed = Math.max(one, other);
        int row = rowIn[one];
        distances.join(kept, freed, left);
        rowIn[kept] = row;
        slotOf[row] = kept;
        left--;
        if (freed != left) {
            distances.move(left, freed);
            rowIn[freed] = rowIn[left];
            slotOf[rowIn[freed]] = freed;
        }
    }

    /** The distances between clusters, each in a slot. */
    interface Distances {
        /** The other slot before {@code left} that is nearest to a slot: {@code before} where none is nearer than it, else the first. */
        int nearest(int slot, int before, int left);

        double between(int slot, int other);

        /** Makes one cluster of two, in the slot {@code kept}; {@code left} slots were in use before. */
        void join(int kept, int freed, int left);

        /** Moves the last cluster into a freed slot before it. */
        void move(int last, int freed);
    }
}
