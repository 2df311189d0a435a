package corymb.clustering;

import corymb.stats.Seed;
import corymb.table.Matrix;
import corymb.work.Progress;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Splits rows into a given number of clusters so that the squared distances to the clusters' means are small.
 *
 * <p>Each start makes several tries on a random sample of the rows (on all where they are few), each with first centres of its
 * own, and lets the best of them settle on all rows: there the costly rounds are few and begin near a good place. The best
 * start settles most finely. Where the rows are so few that they are their own sample, the best try is improved by swaps. The
 * candidates of {@link OversampledSeeding} can be taken for the sample, and centres known before for all starts.
 *
 * <p>Reference: P. S. Bradley, U. M. Fayyad, Refining initial points for k-means clustering, ICML (1998); first centres by
 * greedy k-means++ (D. Arthur, S. Vassilvitskii, SODA 2007); swaps: P. Fränti, Efficiency of random swap clustering, Journal of Big
 * Data 5 (2018), doi:10.1186/s40537-018-0122-y. Cost: O(rows x clusters x columns x rounds) a start. Assumes:
 * features on comparable scales.
 */
public final class KMeans {
    /** Where a try or a start rests, as scikit-learn's; the best start then goes on to {@link #FINE}. */
    private static final double COARSE = 1e-4;

    private static final double FINE = 1e-6;
    private static final int SAMPLE_ROWS = 8_192;
    private static final int TRIES = 8;
    private static final int MOST_SWAPS = 100;
    private static final int SWAPPED_ROWS = 20_000;
    private static final double TRIES_PART = 0.5;
    private static final double STARTS_PART = 0.9;

    private KMeans() {}

    /**
     * The best of the plan's starts.
     *
     * @throws corymb.work.Failure when there are no rows, all rows are the same, or fewer distinct ones than clusters
     */
    public static Partition run(Matrix rows, KMeansPlan plan, Progress progress) {
        return run(Subjects.of(rows), plan, progress);
    }

    static Partition run(Subjects rows, KMeansPlan plan, Progress progress) {
        var points = Points.of(rows, progress);
        points.requireDistinctRows(plan.clusters());
        return run(rows, points, plan, progress);
    }

    static Partition run(Subjects rows, Points points, KMeansPlan plan, Progress progress) {
        var best = plan.beginning() instanceof Beginning.Groups groups
                ? new Lloyd(points, points.places(groups.matrix()))
                : best(points, plan, progress);
        best.settle(plan.maxRounds(), FINE, progress.between(STARTS_PART, 1));
        progress.report(1, "Moving the centres");
        return Partition.of(rows, best, plan.clusters(), best.rounds());
    }

    /** The best of a few tries alone: quick, and for a comparison of many clusterings of few rows good enough. */
    static Partition quick(Subjects rows, KMeansPlan plan, Progress progress) {
        var points = Points.of(rows, progress);
        points.requireDistinctRows(plan.clusters());
        var lloyd = bestTry(points, plan, plan.seed(), progress).lloyd;
        return Partition.of(rows, lloyd, plan.clusters(), lloyd.rounds());
    }

    private static Lloyd best(Points points, KMeansPlan plan, Progress progress) {
        return IntStream.range(0, plan.starts())
                .mapToObj(start -> run(points, plan, start, progress))
                .min(Comparator.comparingDouble(Run::inertia))
                .orElseThrow()
                .lloyd;
    }

    private static Run run(Points points, KMeansPlan plan, int start, Progress progress) {
        double width = STARTS_PART / plan.starts();
        var part = progress.between(start * width, (start + 1) * width);
        var seed = plan.seed().derive(start);
        var sample = plan.beginning() instanceof Beginning.Oversampled
                ? OversampledSeeding.candidates(points, plan.clusters(), seed.derive("candidates"), part)
                : sample(points, plan.clusters(), seed);
        var tried = bestTry(sample, plan, seed, part.between(0, TRIES_PART));
        boolean isAll = sample == points;
        var first = isAll ? swapped(sample, tried, plan, seed, part.between(TRIES_PART, TRIES_PART)) : tried;
        var lloyd =
                new Lloyd(points, first.lloyd.centres()).settle(plan.maxRounds(), COARSE, part.between(TRIES_PART, 1));
        // One start is compared with none.
        return new Run(lloyd, plan.starts() == 1 ? 0 : lloyd.inertia(progress));
    }

    private static Points sample(Points points, int clusters, Seed seed) {
        int wanted = Math.max(SAMPLE_ROWS, 100 * clusters);
        return points.count() <= wanted
                ? points
                : points.rows(Sample.sliced(
                        points.count(), wanted, seed.derive("sample").generator()));
    }

    private static Run bestTry(Points sample, KMeansPlan plan, Seed seed, Progress progress) {
        var chance = seed.derive("centres").generator();
        return IntStream.range(0, TRIES)
                .mapToObj(index -> {
                    var part = progress.between((double) index / TRIES, (index + 1.0) / TRIES);
                    var centres = GreedySeeding.centres(sample, plan.clusters(), chance, part);
                    return settle(sample, centres, plan.maxRounds(), part);
                })
                .min(Comparator.comparingDouble(Run::inertia))
                .orElseThrow();
    }

    /** Moves one centre at a time to some row and keeps what is better: a way out of places where no single round improves. */
    private static Run swapped(Points points, Run first, KMeansPlan plan, Seed seed, Progress progress) {
        var chance = seed.derive("swaps").generator();
        var best = first;
        for (int swap = 0; swap < Math.min(MOST_SWAPS, SWAPPED_ROWS / points.count()); swap++) {
            var centres = best.lloyd.centres();
            centres[chance.nextInt(centres.length)] = points.row(chance.nextInt(points.count()));
            var other = settle(points, centres, plan.maxRounds(), progress);
            best = other.inertia < best.inertia ? other : best;
        }
        return best;
    }

    private static Run settle(Points points, double[][] centres, int maxRounds, Progress progress) {
        var lloyd = new Lloyd(points, centres).settle(maxRounds, COARSE, progress);
        return new Run(lloyd, lloyd.inertia(progress));
    }

    private record Run(Lloyd lloyd, double inertia) {}
}
