package corymb.preparation;

import corymb.work.Parallel;
import corymb.work.Problem;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The directions in which rows vary most.
 *
 * <p>Reference: K. Pearson, On lines and planes of closest fit to systems of points in space, 1901, doi:10.1080/14786440109462720. Cost: one pass
 * over the rows for each pair of columns, and that of {@link SymmetricEigen}.
 */
final class PrincipalComponents {
    private final List<String> names;
    private final double[][] centred;
    private final double[] means;
    private final int rows;
    private final Progress progress;

    PrincipalComponents(Cells cells, List<String> names, Progress progress) {
        if (names.isEmpty()) {
            throw new Problem("No column of numbers is left.", "preparation", "Leave out fewer.").asFailure();
        }
        this.names = names;
        this.rows = cells.rows();
        this.progress = progress;
        this.centred = names.stream().map(cells::values).toArray(double[][]::new);
        this.means = new double[names.size()];
        for (int column = 0; column < means.length; column++) {
            centre(column);
        }
    }

    private void centre(int column) {
        var values = centred[column];
        if (Arrays.stream(values).anyMatch(Double::isNaN)) {
            throw new Problem(
                            "The column “" + names.get(column) + "” has gaps, of which there is no direction.",
                            "preparation",
                            "Impute before.")
                    .asFailure();
        }
        means[column] = Arrays.stream(values).average().orElse(0);
        for (int row = 0; row < rows; row++) {
            values[row] -= means[column];
        }
    }

    Learnt axes(int count) {
        int kept = Math.min(count, names.size());
        var covariance = covariance();
        double all = IntStream.range(0, names.size())
                .mapToDouble(i -> covariance[i][i])
                .sum();
        var eigen = SymmetricEigen.of(covariance, kept, progress.between(0.5, 1));
        return new Learnt.Axes(
                names,
                boxed(means),
                IntStream.range(0, kept).mapToObj(eigen::direction).toList(),
                IntStream.range(0, kept)
                        .mapToObj(place -> all > 0 ? eigen.value(place) / all : 0)
                        .toList());
    }

    private static List<Double> boxed(double... values) {
        return Arrays.stream(values).boxed().toList();
    }

    private double[][] covariance() {
        int size = names.size();
        var covariance = new double[size][size];
        Parallel.forBlocks(size, 1, progress.between(0, 0.5), "Comparing columns", (one, _, _) -> {
            for (int other = one; other < size; other++) {
                progress.check();
                covariance[one][other] = SymmetricEigen.dot(centred[one], centred[other]) / Math.max(1, rows - 1);
                covariance[other][one] = covariance[one][other];
            }
        });
        return covariance;
    }
}
