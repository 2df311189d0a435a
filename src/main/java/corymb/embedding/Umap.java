package corymb.embedding;

import corymb.stats.Seed;
import corymb.table.Matrix;
import corymb.work.Parallel;
import corymb.work.Progress;

/**
 * UMAP: a map on which each row keeps its neighbours, and groups that border on each other stay beside each other.
 *
 * <p>How strongly rows hold on to each other is a number from 0 to 1 that does not depend on how dense the place is; points start
 * on the first two principal components and are then pulled to those they hold on to and pushed from some drawn by chance. Every
 * point's move in a round rests on where the others were before it and on chance counted by round, point and draw, so that it does
 * not depend on the number of threads.
 *
 * <p>Reference: L. McInnes, J. Healy, J. Melville, UMAP: Uniform manifold approximation and projection for dimension reduction
 * (2018), doi:10.48550/arXiv.1802.03426. Cost: O(rows x log rows), and O(rows x neighbours) a round. Assumes: columns in
 * comparable units.
 */
public final class Umap {
    private static final int BLOCK = 512;
    private static final int HALVINGS = 64;
    private static final double START = 3;
    private static final int SHOWN_EVERY = 2;
    private static final double PREPARING = 0.2;
    /** A row's neighbours are not held on to more narrowly than by this part of the mean distance. */
    private static final double NARROWEST = 1e-3;

    private Umap() {}

    /**
     * A finished map.
     *
     * @param positions where each row lies
     * @param neighbours how many neighbours counted, the row itself the first; fewer than asked for where there are few rows
     */
    public record Result(Positions positions, int neighbours) {}

    /**
     * Lays out the rows.
     *
     * @param rows in comparable units
     * @throws corymb.work.Failure when there are fewer than four rows, or a value is missing or too large
     */
    public static Result run(Matrix rows, MapMethod.Umap method, Seed seed, MapWatch watch) {
        TSne.requireRows(rows.rowCount());
        var progress = watch.progress();
        int count = Math.min(method.neighbours(), rows.rowCount()) - 1;
        var neighbours = Neighbours.of(rows, count, seed.derive("neighbours"), progress.between(0, PREPARING));
        var graph = graph(neighbours, progress.between(PREPARING, PREPARING));
        var start = Start.of(rows, START, seed.derive("start"), progress.between(PREPARING, PREPARING));
        var layout = new UmapLayout(graph, start, method, seed.derive("draws"));
        var unfolding = watch.between(PREPARING, 1);
        for (int round = 0; round < method.rounds(); round++) {
            if (round % SHOWN_EVERY == 0) {
                unfolding.show((double) round / method.rounds(), layout.positions());
            }
            layout.move(round, unfolding.progress());
        }
        unfolding.show(1, layout.positions());
        return new Result(layout.positions(), count + 1);
    }

    /** How strongly rows hold on to each other: that either does, as of two independent chances. */
    static Graph graph(Neighbours neighbours, Progress progress) {
        var weights = new float[neighbours.squares.length];
        double mean = meanDistance(neighbours);
        Parallel.forBlocks(neighbours.rows, BLOCK, progress, (_, from, to) -> {
            var distances = new double[neighbours.count];
            for (int row = from; row < to; row++) {
                fill(neighbours, row, distances);
                double nearest = nearest(distances);
                double width = Math.max(width(distances, nearest), NARROWEST * mean);
                for (int i = 0; i < distances.length; i++) {
                    weights[row * neighbours.count + i] = (float) held(distances[i] - nearest, width);
                }
            }
        });
        return Graph.of(neighbours, weights, (there, back) -> there + back - there * back, progress);
    }

    private static double meanDistance(Neighbours neighbours) {
        double sum = 0;
        for (float square : neighbours.squares) {
            sum += Math.sqrt(square);
        }
        return sum / neighbours.squares.length;
    }

    private static void fill(Neighbours neighbours, int row, double[] distances) {
        for (int i = 0; i < distances.length; i++) {
            distances[i] = Math.sqrt(neighbours.squares[row * neighbours.count + i]);
        }
    }

    /** The distance of the nearest row that is not the same; 0 where all are. */
    private static double nearest(double... distances) {
        for (double distance : distances) {
            if (distance > 0) {
                return distance;
            }
        }
        return 0;
    }

    private static double held(double beyond, double width) {
        return beyond <= 0 || width == 0 ? 1 : Math.exp(-beyond / width);
    }

    /** The width at which a row holds on to as many as the logarithm of its neighbours, by halving. */
    private static double width(double[] distances, double nearest) {
        double wanted = Math.log(distances.length + 1) / Math.log(2);
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double width = 1;
        for (int halving = 0; halving < HALVINGS; halving++) {
            double sum = 0;
            for (double distance : distances) {
                sum += held(distance - nearest, width);
            }
            if (sum > wanted) {
                high = width;
                width = (low + high) / 2;
            } else {
                low = width;
                width = high == Double.POSITIVE_INFINITY ? width * 2 : (low + high) / 2;
            }
        }
        return width;
    }
}
