package corymb.stats;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/**
 * How far a distribution over bins has moved from an earlier one.
 *
 * <p>Reference: N. Siddiqi, Credit Risk Scorecards, 2006 (population stability index, with 0.1 and 0.25 as bands); S. Kullback and R. A.
 * Leibler, On information and sufficiency, 1951, doi:10.1214/aoms/1177729694; D. M. Endres and J. E. Schindelin, A new metric for
 * probability distributions, 2003, doi:10.1109/TIT.2003.813506; B. Yurdakul and J. Naranjo, Statistical properties of the population
 * stability index, 2020, doi:10.21314/JRMV.2020.227.
 *
 * <p>Assumes: bins that were chosen before the later counts were seen.
 *
 * @param stability the population stability index: 0 when nothing moved
 * @param divergence the Kullback–Leibler divergence of the later from the earlier, in nats
 * @param distance the Jensen–Shannon distance with logarithms to base 2, 0 to 1
 * @param pValue how likely counts of this size give such an index by chance alone
 */
public record DistributionShift(double stability, double divergence, double distance, double pValue) {
    /** From here on a distribution is said to have moved a little. */
    public static final double MODERATE = 0.1;

    /** From here on it is said to have moved a lot. */
    public static final double LARGE = 0.25;

    /** What stands in for the share of an empty bin, whose logarithm has no value. */
    private static final double LEAST = 1e-4;

    /**
     * Between the counts of two samples over the same bins.
     *
     * @param before how many of the earlier lie in each bin, one at least in all
     * @param after how many of the later, one at least in all
     */
    public static DistributionShift between(List<Long> before, List<Long> after) {
        double some = total(before);
        double others = total(after);
        if (before.size() != after.size() || some == 0 || others == 0) {
            throw new IllegalArgumentException("As many bins on either side, and something in them");
        }
        var earlier = before.stream().map(count -> count / some).toList();
        var later = after.stream().map(count -> count / others).toList();
        double stability = sum(earlier, later, (p, q) -> (atLeast(q) - atLeast(p)) * Math.log(atLeast(q) / atLeast(p)));
        double divergence = sum(earlier, later, (p, q) -> q * Math.log(atLeast(q) / atLeast(p)));
        double distance = Math.sqrt(Math.max(0, sum(earlier, later, DistributionShift::jensenShannon)) / Math.log(2));
        double chance = before.size() < 2
                ? 1
                : ChiSquareTest.survival(stability * some * others / (some + others), before.size() - 1);
        return new DistributionShift(stability, divergence, distance, chance);
    }

    private static double jensenShannon(double p, double q) {
        double middle = (p + q) / 2;
        return (part(p, middle) + part(q, middle)) / 2;
    }

    private static double part(double p, double middle) {
        return p == 0 ? 0 : p * Math.log(p / middle);
    }

    private static double atLeast(double share) {
        return Math.max(share, LEAST);
    }

    private static double sum(List<Double> earlier, List<Double> later, DoubleBinaryOperator term) {
        return IntStream.range(0, earlier.size())
                .mapToDouble(i -> term.applyAsDouble(earlier.get(i), later.get(i)))
                .sum();
    }

    private static double total(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }
}
