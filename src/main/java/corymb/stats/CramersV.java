package corymb.stats;

import java.util.List;

/**
 * How far the rows of a table of counts differ, 0 (alike) to 1 (nothing in common).
 *
 * <p>Reference: H. Cramér, Mathematical Methods of Statistics, 1946, section 21.9; M. Smithson, Confidence Intervals, 2003,
 * doi:10.4135/9781412983761, for the interval from the noncentral chi-square.
 *
 * @param rows at least two rows of equally many counts, at least two, none of them and no column all zero
 */
public record CramersV(List<List<Long>> rows) {
    public CramersV {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** Whether the rows are alike; its statistic is Pearson's chi-square. */
    public TestResult test() {
        return ChiSquareTest.independence(rows);
    }

    public double value() {
        return of(test().statistic());
    }

    /** {@code alpha} is 0.05 for a 95 % interval. */
    public Interval interval(double alpha) {
        var test = test();
        var apart = new NoncentralChiSquare(test.degreesOfFreedom()).noncentrality(test.statistic(), alpha);
        return new Interval(of(apart.low()), of(apart.high()));
    }

    private double of(double chiSquare) {
        double total = rows.stream()
                .flatMap(List::stream)
                .mapToDouble(Long::doubleValue)
                .sum();
        int fewer = Math.min(rows.size(), rows.getFirst().size()) - 1;
        return Math.min(1, Math.sqrt(chiSquare / (total * fewer)));
    }
}
