package corymb.preparation;

import corymb.work.Parallel;
import corymb.work.Progress;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The directions in which rows vary most.
 *
 * <p>Reference: K. Pearson, On lines and planes of closest fit to systems of points in space, 1901, doi:10.1080/14786440109462720.
 * Cost: O(rows x columns²), and that of {@link SymmetricEigen}. Assumes: columns in comparable units.
 *
 * @param directions each of length 1 with one entry a column, that of the largest variance first
 * @param shares the part of all variance that lies along each of them, from 0 to 1; 0 where nothing varies
 */
public record PrincipalAxes(List<List<Double>> directions, List<Double> shares) {
    public PrincipalAxes {
        directions = List.copyOf(directions);
        shares = List.copyOf(shares);
    }

    /**
     * The first directions.
     *
     * @param columns the values of each column, its mean taken off
     * @param wanted how many, at most as many as there are columns
     */
    public static PrincipalAxes of(double[][] columns, int wanted, Progress progress) {
        var covariance = covariance(columns, progress.between(0, 0.5));
        double all = IntStream.range(0, columns.length)
                .mapToDouble(column -> covariance[column][column])
                .sum();
        var eigen = SymmetricEigen.of(covariance, wanted, progress.between(0.5, 1));
        return new PrincipalAxes(
                IntStream.range(0, wanted).mapToObj(eigen::direction).toList(),
                IntStream.range(0, wanted)
                        .mapToObj(place -> all > 0 ? eigen.value(place) / all : 0)
                        .toList());
    }

    private static double[][] covariance(double[][] columns, Progress progress) {
        var covariance = new double[columns.length][columns.length];
        double parts = Math.max(1, columns[0].length - 1);
        Parallel.forBlocks(columns.length, 1, progress, "Comparing columns", (one, _, _) -> {
            for (int other = 0; other <= one; other++) {
                progress.check();
                covariance[one][other] = SymmetricEigen.dot(columns[one], columns[other]) / parts;
                covariance[other][one] = covariance[one][other];
            }
        });
        return covariance;
    }
}
