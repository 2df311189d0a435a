package corymb.clustering;

import corymb.clustering.MixtureRound.State;
import corymb.table.Matrix;
import corymb.work.Problem;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Clusters as normal distributions: finds those under which the rows are most likely, by expectation and maximisation.
 *
 * <p>The first start begins at the clusters of k-means, the others at such as k-means finds from rows far from each other. All run
 * until a round gains less than a thousandth, the most likely of them to the plan's tolerance. Each covariance has 1e-6 added to its diagonal.
 * Sums are kept block by block of rows and added in block order, so that the result is the same on any number of threads.
 *
 * <p>Reference: A. P. Dempster, N. M. Laird, D. B. Rubin, Maximum likelihood from incomplete data via the EM algorithm, Journal
 * of the Royal Statistical Society B 39 (1977), doi:10.1111/j.2517-6161.1977.tb01600.x. Cost: O(rows x clusters x columns²) a
 * round, O(rows x clusters x columns) for a diagonal covariance. Assumes: features on comparable scales, far wider than 1e-3.
 */
public final class GaussianMixture {
    /** scikit-learn's tolerance. */
    private static final double COARSE = 1e-3;

    private static final String FITTING = "Fitting the clusters";
    private static final int SEEDING_ROUNDS = 100;
    private static final int MOST_COLUMNS = 200;
    private static final double STARTS_PART = 0.7;
    private static final double SEEDING_PART = 0.2;

    private final Subjects rows;
    private final double total;
    private final Points points;
    private final GaussianMixturePlan plan;
    private final MixtureRound round;

    private GaussianMixture(Subjects rows, GaussianMixturePlan plan, Progress progress) {
        this.rows = rows;
        this.total = rows.weights().total(rows.count());
        this.points = Points.of(rows, progress);
        this.plan = plan;
        this.round = new MixtureRound(rows, plan);
    }

    /**
     * The most likely mixture of the plan's starts.
     *
     * @throws corymb.work.Failure when there are no rows, a value is missing or too large, there are fewer distinct rows than
     *     clusters, or too many columns for covariances that are not diagonal
     */
    public static MixtureFit run(Matrix rows, GaussianMixturePlan plan, Progress progress) {
        return run(Subjects.of(rows), plan, progress);
    }

    static MixtureFit run(Subjects rows, GaussianMixturePlan plan, Progress progress) {
        progress.report(0, "Preparing the rows");
        Rows.values(rows.scaled());
        requireFewColumns(rows.scaled().columnCount(), plan.covariance());
        return new GaussianMixture(rows, plan, progress).fit(progress);
    }

    private static void requireFewColumns(int columns, Covariance covariance) {
        if (covariance != Covariance.DIAGONAL && columns > MOST_COLUMNS) {
            throw new Problem(
                            "With " + columns
                                    + " features the shapes of the clusters have too many numbers to be found.",
                            "features",
                            "Choose diagonal covariances or at most " + MOST_COLUMNS + " features.")
                    .asFailure();
        }
    }

    private MixtureFit fit(Progress progress) {
        points.requireDistinctRows(plan.clusters());
        // From groups there is but one way to begin.
        int starts = plan.beginning() instanceof Beginning.Groups ? 1 : plan.starts();
        var best = IntStream.range(0, starts)
                .mapToObj(start -> start(start, progress))
                .max(Comparator.comparingDouble(State::logLikelihood))
                .orElseThrow();
        var settled = settle(best, plan.tolerance(), progress.between(STARTS_PART, 1));
        var fit = fit(settled, progress);
        progress.report(1, FITTING);
        return fit;
    }

    private State start(int start, Progress progress) {
        double width = STARTS_PART / plan.starts();
        var part = progress.between(start * width, (start + 1) * width);
        var first = first(start, part.between(0, SEEDING_PART));
        return settle(round.first(Centres.of(rows, first), first, progress), COARSE, part.between(SEEDING_PART, 1));
    }

    /** The best clusters of k-means for the first start, those of a single try for the others, so that they differ. */
    private Assignments first(int start, Progress progress) {
        var seed = plan.seed().derive(start);
        if (start == 0) {
            int rounds = plan.beginning() instanceof Beginning.Groups ? 1 : SEEDING_ROUNDS;
            var first = new KMeansPlan(plan.clusters(), 1, rounds, seed, plan.beginning());
            return KMeans.run(rows, points, first, progress).assignments();
        }
        var centres = GreedySeeding.centres(points, plan.clusters(), seed.generator(), progress);
        return new Assignments(
                plan.clusters(),
                new Lloyd(points, centres)
                        .settle(SEEDING_ROUNDS, COARSE, progress)
                        .clusters());
    }

    private State settle(State first, double tolerance, Progress progress) {
        var state = first;
        double gain = Double.POSITIVE_INFINITY;
        while (state.rounds() < plan.maxRounds() && gain >= tolerance) {
            progress.report(1 - 10.0 / (10 + state.rounds()), FITTING);
            double before = state.logLikelihood();
            state = round.next(state, progress);
            gain = (state.logLikelihood() - before) / total;
        }
        return gain < tolerance ? state.settled() : state;
    }

    private MixtureFit fit(State state, Progress progress) {
        var labels = round.mostLikely(state.parts(), progress);
        var order = Assignments.bySize(plan.clusters(), labels);
        int columns = rows.scaled().columnCount();
        var means = order.stream()
                .flatMapToDouble(
                        cluster -> Arrays.stream(state.parts().centres, cluster * columns, (cluster + 1) * columns))
                .toArray();
        double free = plan.covariance().parameters(plan.clusters(), columns)
                + (double) plan.clusters() * columns
                + plan.clusters()
                - 1;
        return new MixtureFit(
                Assignments.largestFirst(plan.clusters(), labels),
                belonging(state.parts(), labels),
                order.stream().map(cluster -> state.parts().weights[cluster]).toList(),
                new Matrix(rows.scaled().columnNames(), means),
                state.logLikelihood() / total,
                free * Math.log(total) - 2 * state.logLikelihood(),
                2 * free - 2 * state.logLikelihood(),
                state.rounds(),
                state.isSettled());
    }

    /** A distribution that is nowhere the most likely is no cluster. */
    private Belonging belonging(MixtureParts parts, int... labels) {
        int[] places = Assignments.places(plan.clusters(), labels);
        return new Belonging.LikeliestCloud(Arrays.stream(labels)
                .distinct()
                .sorted()
                .mapToObj(label -> parts.cloud(label, places[label]))
                .toList());
    }
}
