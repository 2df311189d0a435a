package corymb.clustering;

import corymb.table.Matrix;
import corymb.work.Problem;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Groups rows by the method of a plan. */
final class Grouper {
    private final Subjects subjects;
    private final Matrix scaled;
    private final ClusterPlan plan;
    private final Progress progress;

    private Grouper(Subjects subjects, ClusterPlan plan, Progress progress) {
        this.subjects = subjects;
        this.scaled = subjects.scaled();
        this.plan = plan;
        this.progress = progress;
    }

    /**
     * One grouping for each number of clusters of the plan, fewest first; one alone where the method finds the number itself.
     *
     * <p>Groups are looked for among the customers who count; those who do not find theirs afterwards. Of several numbers those are tried for
     * which there are enough different customers.
     */
    static List<Grouping> all(Subjects subjects, ClusterPlan plan, Progress progress) {
        requireMeaning(subjects, plan);
        var counting = subjects.counting();
        if (counting.count() > 0 && counting.different(2) == 1) {
            throw Rows.allAlike();
        }
        var found = new Grouper(counting, possible(counting, plan), progress).all();
        return counting.count() == subjects.count()
                ? found
                : found.stream()
                        .map(grouping -> grouping.over(subjects, progress.untold()))
                        .toList();
    }

    private static ClusterPlan possible(Subjects subjects, ClusterPlan plan) {
        return plan.method()
                .counts()
                .filter(counts -> !counts.isOne())
                .map(counts ->
                        new Counts(counts.fewest(), Math.max(counts.fewest(), subjects.different(counts.most()))))
                .map(plan::trying)
                .orElse(plan);
    }

    private static void requireMeaning(Subjects subjects, ClusterPlan plan) {
        boolean isMoving = plan.method() instanceof ClusterMethod.Moving;
        boolean isWeighed = isMoving || plan.method() instanceof ClusterMethod.KPrototypes;
        if (!isWeighed && !subjects.weights().isEven()) {
            throw new Problem(
                            "This method asks who is near whom, so customers cannot count more or less for it.",
                            "weight",
                            "Weigh customers with k-means, mini-batch k-means, k-prototypes or a Gaussian mixture, or not at all.")
                    .asFailure();
        }
        if (!isMoving && !plan.beginning().equals(Beginning.NONE)) {
            throw new Problem(
                            "This method has no centres that could begin anywhere.",
                            "beginning",
                            "Choose k-means, mini-batch k-means or a Gaussian mixture, or no beginning.")
                    .asFailure();
        }
        if (plan.beginning() instanceof Beginning.Groups groups
                && plan.method()
                        .counts()
                        .filter(counts -> counts.stream().noneMatch(plan.beginning()::fits))
                        .isPresent()) {
            throw new Problem(
                            "The groups to start from are " + groups.centres().size()
                                    + ", and not as many are asked for.",
                            "beginning",
                            "Ask for " + groups.centres().size() + " groups, or start anew.")
                    .asFailure();
        }
    }

    private List<Grouping> all() {
        return switch (plan.method()) {
            case ClusterMethod.KMeans method -> kMeans(method);
            case ClusterMethod.Mixture method -> mixtures(method);
            case ClusterMethod.MiniBatch method -> miniBatch(method);
            case ClusterMethod.KPrototypes method -> prototypes(method);
            case ClusterMethod.Gower method -> gower(method);
            case ClusterMethod.Merging method -> merging(method);
            case ClusterMethod.Dbscan method -> List.of(dbscan(method));
            case ClusterMethod.Hdbscan method -> List.of(hdbscan(method));
        };
    }

    /** A grouping of few rows into the one number of clusters that the plan asks for, found quickly and from anew. */
    static Assignments quick(Subjects subjects, ClusterPlan plan, Progress progress) {
        var counting = subjects.counting();
        var found = new Grouper(counting, plan.beginning(Beginning.NONE), progress).quick();
        return counting.count() == subjects.count()
                ? found.assignments()
                : found.over(subjects, progress).assignments();
    }

    private Partition quick() {
        return switch (plan.method()) {
            case ClusterMethod.KMeans method ->
                KMeans.quick(subjects, plan(method, method.range().fewest()), progress);
            case ClusterMethod.Mixture method ->
                mixture(method.once(), method.range().fewest(), progress).partition();
            case ClusterMethod.Merging method ->
                Partition.of(
                        scaled,
                        Hierarchical.run(scaled, new HierarchicalPlan(method.linkage()), progress)
                                .cut(method.range().fewest()),
                        1);
            case ClusterMethod.MiniBatch method ->
                MiniBatchKMeans.run(subjects, plan(method, method.range().fewest()), progress);
            case ClusterMethod.KPrototypes method ->
                prototypes(method, method.range().fewest(), 1, progress).partition();
            case ClusterMethod.Gower method -> gower(method).getFirst().partition();
            case ClusterMethod.Dbscan method -> dbscan(method).partition();
            case ClusterMethod.Hdbscan method -> hdbscan(method).partition();
        };
    }

    private List<Grouping> kMeans(ClusterMethod.KMeans method) {
        var points = Points.of(subjects, progress);
        points.requireDistinctRows(method.range().most());
        return each(
                method.range(),
                (clusters, part) -> Grouping.of(KMeans.run(subjects, points, plan(method, clusters), part)));
    }

    private KMeansPlan plan(ClusterMethod.KMeans method, int clusters) {
        return new KMeansPlan(
                clusters, method.starts(), method.maxRounds(), plan.seed().derive(clusters), beginning(clusters));
    }

    /** Groups to begin from are for their own number alone. */
    private Beginning beginning(int clusters) {
        return plan.beginning().fits(clusters) ? plan.beginning() : Beginning.NONE;
    }

    private List<Grouping> miniBatch(ClusterMethod.MiniBatch method) {
        Points.of(scaled, progress).requireDistinctRows(method.range().most());
        return each(
                method.range(),
                (clusters, part) -> Grouping.of(MiniBatchKMeans.run(subjects, plan(method, clusters), part)));
    }

    private MiniBatchPlan plan(ClusterMethod.MiniBatch method, int clusters) {
        return new MiniBatchPlan(
                clusters, method.batchRows(), method.batches(), plan.seed().derive(clusters), beginning(clusters));
    }

    private List<Grouping> mixtures(ClusterMethod.Mixture method) {
        Points.of(scaled, progress).requireDistinctRows(method.range().most());
        return each(method.range(), (clusters, part) -> mixture(method, clusters, part));
    }

    private Grouping mixture(ClusterMethod.Mixture method, int clusters, Progress part) {
        var seed = plan.seed().derive(clusters);
        var fit = GaussianMixture.run(
                subjects,
                new GaussianMixturePlan(
                        clusters,
                        method.covariance(),
                        method.starts(),
                        method.maxRounds(),
                        method.tolerance(),
                        seed,
                        beginning(clusters)),
                part);
        var scores = List.of(new Score(Measure.BIC, fit.bic()), new Score(Measure.AIC, fit.aic()));
        return new Grouping(
                clusters,
                Partition.of(subjects, fit.assignments(), fit.rounds()).by(fit.belonging()),
                scores);
    }

    private List<Grouping> merging(ClusterMethod.Merging method) {
        Points.of(scaled, progress).requireDistinctRows(method.range().most());
        var dendrogram = Hierarchical.run(scaled, new HierarchicalPlan(method.linkage()), progress);
        return method.range().stream()
                .mapToObj(clusters -> Grouping.of(
                        Partition.of(scaled, dendrogram.cut(clusters), 1).by(new Belonging.NearestRow())))
                .toList();
    }

    private List<Grouping> prototypes(ClusterMethod.KPrototypes method) {
        subjects.mixedRows().requireDistinctRows(method.range().most());
        return each(method.range(), (clusters, part) -> prototypes(method, clusters, method.starts(), part));
    }

    private Grouping prototypes(ClusterMethod.KPrototypes method, int clusters, int starts, Progress part) {
        Rows.requireFinite(scaled);
        var asked = new KPrototypesPlan(
                clusters,
                method.gamma(),
                starts,
                method.maxRounds(),
                plan.seed().derive(clusters));
        var found = KPrototypes.run(subjects.mixedRows(), subjects.weights(), asked, part);
        int[] places = Assignments.places(clusters, found.clusters());
        return Grouping.of(Partition.of(subjects, found.clusters(), clusters, found.rounds())
                .costing(found.cost())
                .by(found.belonging().renumbered(cluster -> places[cluster])));
    }

    private List<Grouping> gower(ClusterMethod.Gower method) {
        var rows = subjects.mixedRows();
        rows.requireDistinctRows(method.range().most());
        var merging = GowerMerging.run(rows, method.linkage(), progress);
        var belonging = new Belonging.MostAlike(rows.gower().ranges());
        return method.range().stream()
                .mapToObj(clusters -> Grouping.of(
                        Partition.of(scaled, merging.cut(clusters), 1).by(belonging)))
                .toList();
    }

    private Grouping dbscan(ClusterMethod.Dbscan method) {
        double radius = method.radius()
                .orElseGet(() -> NeighbourDistances.of(scaled, method.minPoints(), progress.between(0, 0.5))
                        .suggestedRadius());
        var plan = new DbscanPlan(Math.max(radius, Double.MIN_VALUE), method.minPoints());
        var found = Dbscan.run(scaled, plan, progress.between(0.5, 1));
        return Grouping.of(Partition.of(scaled, found(found.assignments(), "a larger radius"), 1)
                .by(new Belonging.WithinRadius(plan.radius(), plan.minPoints())));
    }

    private Grouping hdbscan(ClusterMethod.Hdbscan method) {
        var found = Hdbscan.run(scaled, new HdbscanPlan(method.minClusterSize(), method.minPoints()), progress);
        return Grouping.of(Partition.of(scaled, found(found.assignments(), "smaller groups"), 1)
                .by(new Belonging.FirstReached(method.minPoints(), found.densities())));
    }

    private static Assignments found(Assignments assignments, String first) {
        if (assignments.clusterCount() == 0) {
            throw new Problem(
                            "No customers lie close enough together to be a group: all are noise.",
                            "",
                            "Ask for " + first + ", fewer neighbours, or fewer features.")
                    .asFailure();
        }
        return assignments;
    }

    private List<Grouping> each(Counts counts, BiFunction<Integer, Progress, Grouping> work) {
        var groupings = new ArrayList<Grouping>();
        counts.stream()
                .forEach(clusters -> groupings.add(work.apply(
                        clusters, progress.between(doneBefore(clusters, counts), doneBefore(clusters + 1, counts)))));
        return groupings;
    }

    /** The part of the work done before so many clusters are tried: the time for each grows with its number of clusters. */
    private static double doneBefore(int clusters, Counts counts) {
        double before = IntStream.range(counts.fewest(), clusters).sum();
        return before / counts.stream().sum();
    }
}
