package corymb.clustering;

import corymb.work.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The indices of Calinski and Harabasz and of Davies and Bouldin for partitions, by the distance their method goes by.
 *
 * <p>Of numbers as usual. Of k-prototypes by how far rows are from their prototype, which of numbers alone is the same. Gower's distance
 * has no centres, so that there is no index of Davies and Bouldin; that of Calinski and Harabasz needs none, for what rows are from a
 * centre, squared, sums to what all pairs are from each other, squared, divided by how many rows there are.
 *
 * <p>Reference: {@link CalinskiHarabasz}, {@link DaviesBouldin}; for distances M. J. Anderson, A new method for non-parametric multivariate
 * analysis of variance, Austral Ecology 26 (2001), doi:10.1111/j.1442-9993.2001.01070.pp.x, whose pseudo-F it is. Cost: by Gower's
 * distance O(distinct rows² x (columns + partitions)), for rows that are the same are told apart by no partition of it.
 */
final class Indices {
    private Indices() {}

    /** For each partition those that there are. */
    static List<List<Score>> of(
            Subjects subjects, List<Partition> partitions, ClusterMethod method, Progress progress) {
        return switch (method) {
            case ClusterMethod.Gower _ -> ofMixedPairs(subjects.mixedRows(), assignments(partitions), progress);
            case ClusterMethod.KPrototypes _ ->
                partitions.stream()
                        .map(partition -> ofPrototypes(subjects.mixedRows(), partition, progress))
                        .toList();
            case ClusterMethod.Moving _, ClusterMethod.Merging _, ClusterMethod.Dense _ ->
                partitions.stream()
                        .map(partition -> ofNumbers(subjects, partition))
                        .toList();
        };
    }

    private static List<Assignments> assignments(List<Partition> partitions) {
        return partitions.stream().map(Partition::assignments).toList();
    }

    private static List<Score> ofNumbers(Subjects subjects, Partition partition) {
        var found = partition.assignments();
        return partition.clusterCount() < 2
                ? List.of()
                : List.of(
                        new Score(Measure.CALINSKI_HARABASZ, CalinskiHarabasz.of(subjects.scaled(), found)),
                        new Score(Measure.DAVIES_BOULDIN, DaviesBouldin.of(subjects.scaled(), found)));
    }

    private static List<Score> ofPrototypes(MixedRows rows, Partition partition, Progress progress) {
        progress.check();
        if (partition.clusterCount() < 2 || !(partition.belonging() instanceof Belonging.NearestPrototype nearest)) {
            return List.of();
        }
        var found = partition.assignments();
        var prototypes = Prototypes.of(rows, Weights.EVEN, found, nearest.gamma());
        double all = Prototypes.of(rows, Weights.EVEN, together(rows.count()), nearest.gamma())
                .cost();
        return List.of(
                new Score(Measure.CALINSKI_HARABASZ, CalinskiHarabasz.of(all, prototypes.cost(), found)),
                new Score(Measure.DAVIES_BOULDIN, DaviesBouldin.of(prototypes, found)));
    }

    static Assignments together(int rows) {
        return new Assignments(1, new int[rows]);
    }

    /** Of rows among which those that are the same are together in every partition. */
    static List<List<Score>> ofMixedPairs(MixedRows rows, List<Assignments> partitions, Progress progress) {
        var distinct = DistinctRows.of(rows);
        var all = withTogether(rows.count(), partitions);
        var ofDistinct = all.stream()
                .map(each -> new Assignments(
                        each.clusterCount(),
                        IntStream.of(distinct.rows()).map(each::get).toArray()))
                .toList();
        var distances = new GowerDistances(rows.rows(distinct.rows()));
        return scores(partitions, within(distances, distinct.counts(), ofDistinct, progress));
    }

    static List<List<Score>> ofPairs(RowDistances rows, List<Assignments> partitions, Progress progress) {
        return scores(partitions, within(rows, withTogether(rows.count(), partitions), progress));
    }

    private static List<Assignments> withTogether(int rows, List<Assignments> partitions) {
        var all = new ArrayList<>(partitions);
        all.add(together(rows));
        return all;
    }

    /**
     * The index of each partition.
     *
     * @param within as many numbers, and one for all rows together
     */
    private static List<List<Score>> scores(List<Assignments> partitions, double... within) {
        return IntStream.range(0, partitions.size())
                .mapToObj(place -> partitions.get(place).clusterCount() < 2
                        ? List.<Score>of()
                        : List.of(new Score(
                                Measure.CALINSKI_HARABASZ,
                                CalinskiHarabasz.of(within[partitions.size()], within[place], partitions.get(place)))))
                .toList();
    }

    /** What the squares of the distances within clusters come to, those of each cluster divided by its size. */
    static double[] within(RowDistances rows, List<Assignments> partitions, Progress progress) {
        var once = new int[rows.count()];
        Arrays.fill(once, 1);
        return within(rows, once, partitions, progress);
    }

    private static double[] within(RowDistances rows, int[] counts, List<Assignments> partitions, Progress progress) {
        int[] every = IntStream.range(0, rows.count()).toArray();
        return new SilhouetteScores(new CountedSquares(rows, counts), every, partitions).within(counts, progress);
    }

    /** Distances squared, of rows that stand for several each. */
    private static final class CountedSquares implements RowDistances {
        private final RowDistances rows;
        private final int[] counts;

        private CountedSquares(RowDistances rows, int[] counts) {
            this.rows = rows;
            this.counts = counts;
        }

        @Override
        public int count() {
            return rows.count();
        }

        @Override
        public Few few(int[] places, int from, int to) {
            var few = rows.few(places, from, to);
            return (row, distances) -> {
                few.from(row, distances);
                for (int i = 0; i < distances.length; i++) {
                    distances[i] *= distances[i] * counts[row] * counts[places[from + i]];
                }
            };
        }
    }
}
