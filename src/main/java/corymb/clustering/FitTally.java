package corymb.clustering;

import corymb.work.Progress;
import java.util.stream.IntStream;

/** Counts how truly rows are told. */
final class FitTally {
    private final TreeSample rows;
    private final long[] caught;
    private final long[] strangers;
    private final long[] sizes;
    private long right;
    private long all;

    FitTally(TreeSample rows) {
        this.rows = rows;
        this.caught = new long[rows.clusterCount()];
        this.strangers = new long[rows.clusterCount()];
        this.sizes = new long[rows.clusterCount()];
    }

    /** Counts how some rows are told. */
    void add(Distilled told, int[] places, Progress progress) {
        IntStream.of(places).forEach(row -> {
            progress.check();
            add(told, row);
        });
    }

    private void add(Distilled told, int row) {
        int label = rows.label(row);
        all++;
        if (told.tree().label(rows.rows(), row) == label) {
            right++;
        }
        for (int cluster = 0; cluster < sizes.length; cluster++) {
            boolean isOf = label == cluster + 1;
            sizes[cluster] += isOf ? 1 : 0;
            if (told.holds(cluster, rows.rows(), row)) {
                (isOf ? caught : strangers)[cluster]++;
            }
        }
    }

    int rows() {
        return (int) all;
    }

    /** The part of the rows that the trees put where the clustering has them; 0 of none. */
    double fidelity() {
        return all == 0 ? 0 : (double) right / all;
    }

    Fit fit(int cluster) {
        long missed = sizes[cluster] - caught[cluster];
        return new Fit(
                caught[cluster], strangers[cluster], missed, all - caught[cluster] - strangers[cluster] - missed);
    }
}
