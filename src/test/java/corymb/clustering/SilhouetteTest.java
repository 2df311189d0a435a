package corymb.clustering;

import corymb.stats.Seed;
import corymb.table.Matrix;
import corymb.work.Job;
import corymb.work.KernelContract;
import corymb.work.Progress;
import java.util.List;
import java.util.stream.IntStream;

class SilhouetteTest extends KernelContract<List<Silhouette>> {
    @Override
    protected List<Silhouette> run(Progress progress) {
        return silhouettes(3_000, 3, progress);
    }

    @Override
    protected List<Silhouette> runLong(Progress progress) {
        return silhouettes(Silhouette.LIMIT, 200, progress);
    }

    @Override
    protected List<Job<List<Silhouette>>> edgeCases() {
        return List.of(
                job("no rows", new Assignments(0)),
                job("one row", new Assignments(1, 0), 1),
                job("one cluster", new Assignments(1, 0, 0, 0), 1, 2, 3),
                job("a constant column", new Assignments(2, 0, 0, 1, 1), 5, 5, 5, 5),
                job("a cluster without rows", new Assignments(3, 0, 2, 0), 1, 5, 2),
                job("a missing value", new Assignments(2, 0, 0, 1), 1, Double.NaN, 9));
    }

    private static List<Silhouette> silhouettes(int rows, int columns, Progress progress) {
        var values = Mixture.of(rows, columns, 4, 2);
        var partitions = IntStream.rangeClosed(2, 5)
                .mapToObj(clusters -> new Assignments(
                        clusters,
                        IntStream.range(0, rows).map(row -> row % clusters).toArray()))
                .toList();
        return Silhouette.of(values, partitions, new Seed(1), progress);
    }

    private static Job<List<Silhouette>> job(String title, Assignments assignments, double... values) {
        var rows = new Matrix(List.of("x"), values);
        return new Job<>(title, progress -> Silhouette.of(rows, List.of(assignments), new Seed(1), progress));
    }
}
