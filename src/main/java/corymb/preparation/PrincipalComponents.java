package corymb.preparation;

import corymb.work.Parallel;
import corymb.work.Problem;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;

/**
 * The directions in which rows vary most.
 *
 * <p>Reference: K. Pearson, On lines and planes of closest fit to systems of points in space, 1901, doi:10.1080/14786440109462720. Cost: one pass
 * over the rows for each pair of columns, and the cube of the columns. Of each direction the largest part is positive, so that the sign means
 * nothing.
 */
final class PrincipalComponents {
    private static final int MOST_COLUMNS = 400;

    private final List<String> names;
    private final double[][] centred;
    private final double[] means;
    private final int rows;
    private final Progress progress;

    PrincipalComponents(Cells cells, List<String> names, Progress progress) {
        if (names.isEmpty() || names.size() > MOST_COLUMNS) {
            throw new Problem(
                            "Directions are found among 1 to " + MOST_COLUMNS + " columns of numbers, not " + names.size()
                                    + ".",
                            "preparation",
                            "Leave out columns that hardly vary or say the same before, or name fewer.")
                    .asFailure();
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
        int kept = Math.min(count, Math.min(names.size(), Math.max(1, rows)));
        var decomposition = new EigenDecompositionSymmetric(MatrixUtils.createRealMatrix(covariance()));
        var values = decomposition.getEigenvalues();
        double all = Arrays.stream(values).filter(value -> value > 0).sum();
        var order = IntStream.range(0, values.length)
                .boxed()
                .sorted((one, other) -> Double.compare(values[other], values[one]))
                .limit(kept)
                .toList();
        var axes = new ArrayList<List<Double>>();
        order.forEach(place -> axes.add(
                signed(decomposition.getEigenvector(place).toArray())));
        return new Learnt.Axes(
                names,
                DoubleStream.of(means).boxed().toList(),
                axes,
                order.stream()
                        .map(place -> all == 0 ? 0 : Math.max(0, values[place]) / all)
                        .toList());
    }

    private double[][] covariance() {
        int size = names.size();
        var covariance = new double[size][size];
        Parallel.forBlocks(size, 1, progress, "Comparing columns", (one, _, _) -> {
            for (int other = one; other < size; other++) {
                double sum = 0;
                for (int row = 0; row < rows; row++) {
                    sum += centred[one][row] * centred[other][row];
                }
                covariance[one][other] = sum / Math.max(1, rows - 1);
                covariance[other][one] = covariance[one][other];
            }
        });
        return covariance;
    }

    private static List<Double> signed(double... axis) {
        double largest = Arrays.stream(axis).reduce(0, (one, other) -> Math.abs(other) > Math.abs(one) ? other : one);
        return Arrays.stream(axis).map(part -> largest < 0 ? -part : part).boxed().toList();
    }
}
