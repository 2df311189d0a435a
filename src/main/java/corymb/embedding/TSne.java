package corymb.embedding;

import corymb.stats.Seed;
import corymb.table.Matrix;
import corymb.work.Problem;

/**
 * t-SNE: a map on which each row has the neighbours that it has in all columns.
 *
 * <p>Starts from the first two principal components; rows that are neighbours pull at each other, all push each other apart. Each
 * point's move is computed from the places before the round and added up in an order that does not depend on the number of
 * threads.
 *
 * <p>Reference: L. van der Maaten, G. Hinton, Visualizing data using t-SNE, JMLR 9 (2008); the step length of A. C. Belkina et
 * al., Automated optimized parameters for t-SNE, Nature Communications 10 (2019), doi:10.1038/s41467-019-13055-y. Cost: O(rows x
 * (log rows + perplexity)) a round. Assumes: columns in comparable units.
 */
public final class TSne {
    private static final int NEIGHBOURS_A_PERPLEXITY = 3;
    private static final int FEWEST_ROWS = 4;
    private static final double START = 1e-4;
    private static final double OPENING = 0.5;
    /** Boxes count as one point less readily when the map is judged, so that the divergence is right to some parts in ten thousand. */
    private static final double JUDGING = 0.2;

    private static final int SHOWN_EVERY = 10;
    private static final double EARLY_MOMENTUM = 0.5;
    private static final double MOMENTUM = 0.8;
    private static final double PREPARING = 0.15;

    private TSne() {}

    /**
     * A finished map.
     *
     * @param positions where each row lies
     * @param divergence the Kullback–Leibler divergence of the neighbourhoods of the map from those of the rows, in nats
     * @param perplexity the perplexity that was used, which is lower than asked for where there are too few rows
     */
    public record Result(Positions positions, double divergence, double perplexity) {}

    /**
     * Lays out the rows.
     *
     * @param rows in comparable units
     * @throws corymb.work.Failure when there are fewer than four rows, or a value is missing or too large
     */
    public static Result run(Matrix rows, MapMethod.TSne method, Seed seed, MapWatch watch) {
        var progress = watch.progress();
        requireRows(rows.rowCount());
        double perplexity = Math.min(method.perplexity(), (rows.rowCount() - 1.0) / NEIGHBOURS_A_PERPLEXITY);
        int count = Math.min(rows.rowCount() - 1, (int) (NEIGHBOURS_A_PERPLEXITY * perplexity) + 1);
        var neighbours = Neighbours.of(rows, count, seed.derive("neighbours"), progress.between(0, PREPARING));
        var graph = Affinities.of(neighbours, perplexity, progress.between(PREPARING, PREPARING));
        var start = Start.of(rows, START, seed.derive("start"), progress.between(PREPARING, PREPARING));
        var layout = new TSneLayout(graph, start, OPENING);
        move(layout, method, watch.between(PREPARING, 1));
        var drawn = layout.positions();
        double divergence = new TSneLayout(graph, new Start(drawn), JUDGING).divergence(progress);
        return new Result(drawn, divergence, perplexity);
    }

    static void requireRows(int rows) {
        if (rows < FEWEST_ROWS) {
            throw new Problem(
                            "There are only " + rows + " customers, too few for neighbours.",
                            "",
                            "Have at least " + FEWEST_ROWS + " on the map, or draw it by main directions (PCA).")
                    .asFailure();
        }
    }

    private static void move(TSneLayout layout, MapMethod.TSne method, MapWatch watch) {
        for (int round = 0; round < method.rounds(); round++) {
            if (round % SHOWN_EVERY == 0) {
                watch.show((double) round / method.rounds(), layout.positions());
            }
            boolean isEarly = round < method.exaggeratedRounds();
            double step = method.stepLength(layout.count());
            layout.move(
                    isEarly
                            ? new TSneLayout.Round(method.exaggeration(), EARLY_MOMENTUM, step)
                            : new TSneLayout.Round(1, MOMENTUM, step),
                    watch.progress());
        }
        watch.show(1, layout.positions());
    }
}
