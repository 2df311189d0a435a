package corymb.benchmark;

import corymb.clustering.Mixture;
import corymb.clustering.Scaler;
import corymb.embedding.MapMethod;
import corymb.embedding.MapWatch;
import corymb.embedding.TSne;
import corymb.embedding.Umap;
import corymb.stats.Scaling;
import corymb.stats.Seed;
import corymb.table.Matrix;
import corymb.work.Progress;
import java.util.Locale;
import java.util.concurrent.Callable;

/** Measures the kernels of maps, and scikit-learn's t-SNE beside them where a Python has it. */
public final class MapBenchmark {
    private static final Seed SEED = new Seed(1);
    private static final int RUNS = 3;

    private MapBenchmark() {}

    /** Prints a table, one row a figure; behind those of t-SNE stands the divergence of the map. */
    public static void main(String[] args) throws Exception {
        var few = scaled(5_000);
        ours("t-SNE, 5,000 x 8, perplexity 30, 1,000 rounds", "0.2 x scikit-learn", RUNS, () -> divergence(few));
        theirs(few);
        var many = scaled(100_000);
        ours("t-SNE, 100,000 x 8, perplexity 30, 1,000 rounds", "180 s", 1, () -> divergence(many));
        ours("UMAP, 100,000 x 8, 15 neighbours, 200 rounds", "60 s", 1, () -> umap(many));
    }

    private static double divergence(Matrix rows) {
        return TSne.run(rows, MapMethod.TSne.USUAL, SEED, MapWatch.of(Progress.NONE))
                .divergence();
    }

    private static double umap(Matrix rows) {
        return Umap.run(rows, MapMethod.Umap.USUAL, SEED, MapWatch.of(Progress.NONE))
                .neighbours();
    }

    private static void ours(String name, String target, int runs, Callable<Double> work) throws Exception {
        var result = new double[1];
        var figure = Figure.measure(name, target, runs, () -> result[0] = work.call());
        System.out.printf(Locale.ROOT, "%s %.8g%n", figure.row(), result[0]);
    }

    private static void theirs(Matrix rows) throws Exception {
        var theirs = ScikitLearn.kernel(rows, "t-sne", 30, 1);
        if (theirs.isEmpty()) {
            System.out.println("The same by scikit-learn: skipped, no Python here has it.");
            return;
        }
        System.out.printf(
                Locale.ROOT,
                "%s %.8g%n",
                theirs.get().sweep().row(),
                theirs.get().inertias().getFirst());
    }

    private static Matrix scaled(int rows) {
        return Scaler.scale(Mixture.of(rows, 8, 6, 2), Scaling.STANDARD).matrix();
    }
}
