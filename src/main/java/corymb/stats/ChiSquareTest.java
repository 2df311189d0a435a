package corymb.stats;

import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.special.Gamma;

/**
 * Pearson's chi-square tests of counts.
 *
 * <p>Reference: K. Pearson, On the criterion that a given system of deviations ..., 1900, doi:10.1080/14786440009463897; F. Yates,
 * Contingency tables involving small numbers and the chi-square test, 1934, doi:10.2307/2983604.
 *
 * <p>Assumes: independent counts, expected ones of about 5 and more.
 */
public final class ChiSquareTest {
    private ChiSquareTest() {}

    /** P(chi-square above x), exact far out in the tail. */
    public static double survival(double x, double degreesOfFreedom) {
        return x <= 0 ? 1 : Gamma.regularizedGammaQ(degreesOfFreedom / 2, x / 2);
    }

    /**
     * Do these counts fit these proportions?
     *
     * @param observed at least two counts
     * @param weights what each count should be proportional to, above 0, as many as there are counts
     */
    public static TestResult goodnessOfFit(List<Long> observed, List<Double> weights) {
        if (observed.size() < 2 || observed.size() != weights.size()) {
            throw new IllegalArgumentException("Two counts or more, and a weight for each");
        }
        double total = sum(observed);
        double whole = weights.stream().mapToDouble(Double::doubleValue).sum();
        double statistic = 0;
        for (int i = 0; i < observed.size(); i++) {
            double expected = total * weights.get(i) / whole;
            statistic += square(observed.get(i) - expected) / expected;
        }
        return result("chi-square goodness of fit", statistic, observed.size() - 1);
    }

    /**
     * Are the rows of this table of counts alike?
     *
     * @param rows at least two rows of equally many counts, none of them and no column all zero
     */
    public static TestResult independence(List<List<Long>> rows) {
        return result("chi-square", statistic(rows, 0), (rows.size() - 1) * (columns(rows) - 1));
    }

    /** The same for two rows of two counts, with Yates' correction for continuity. */
    public static TestResult independenceYates(List<List<Long>> rows) {
        if (rows.size() != 2 || columns(rows) != 2) {
            throw new IllegalArgumentException("Yates' correction is for two rows of two counts");
        }
        return result("chi-square with Yates' correction", statistic(rows, 0.5), 1);
    }

    private static double statistic(List<List<Long>> rows, double correction) {
        double total = rows.stream().mapToDouble(ChiSquareTest::sum).sum();
        double statistic = 0;
        for (int column = 0; column < columns(rows); column++) {
            int at = column;
            double columnTotal = rows.stream().mapToDouble(row -> row.get(at)).sum();
            for (var row : rows) {
                double expected = sum(row) * columnTotal / total;
                double distance = Math.abs(row.get(column) - expected);
                statistic += square(distance - Math.min(correction, distance)) / expected;
            }
        }
        return statistic;
    }

    private static int columns(List<List<Long>> rows) {
        int columns = rows.getFirst().size();
        if (rows.size() < 2 || rows.stream().anyMatch(row -> row.size() != columns)) {
            throw new IllegalArgumentException("At least two rows, all of the same length");
        }
        return columns;
    }

    private static TestResult result(String test, double statistic, int degreesOfFreedom) {
        return new TestResult(test, statistic, degreesOfFreedom, survival(statistic, degreesOfFreedom));
    }

    private static double sum(List<Long> counts) {
        return IntStream.range(0, counts.size()).mapToDouble(counts::get).sum();
    }

    private static double square(double x) {
        return x * x;
    }
}
