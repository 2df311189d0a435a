package corymb.experiment;

import corymb.stats.StandardNormal;
import corymb.stats.StudentT;
import corymb.work.Failure;
import java.util.stream.LongStream;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BrentSolver;

/**
 * How many people a two-sided test needs, what it can find with those there are, and how likely.
 *
 * <p>With several variants each is compared with control and the significance level is divided by the number of comparisons
 * (Bonferroni).
 *
 * <p>Reference: as {@link SampleSizeFormula} for rates; J. Cohen, Statistical Power Analysis, chapter 2, 1988, ISBN 0805802835,
 * for means, by the noncentral t distribution.
 *
 * <p>Assumes: groups of equal size.
 */
public final class PowerAnalysis {
    private static final double MOST_PEOPLE = 1e12;
    private static final int ROUNDS = 200;
    private static final int CURVE_POINTS = 60;

    private PowerAnalysis() {}

    /**
     * The smallest size at which the plan's effect is found with the plan's power.
     *
     * @throws Failure when the plan asks for what cannot be
     */
    public static SampleSize sampleSize(SizePlan plan) {
        SizeChecks.check(plan);
        double exact = switch (plan) {
            case PowerPlan rate -> sizeForRates(rate);
            case MetricPowerPlan metric -> sizeForMeans(metric);
        };
        if (!(exact <= MOST_PEOPLE)) {
            throw SizeChecks.failure(
                    "The effect is too small to be found by any test.", "effect", "Plan for a larger effect.");
        }
        return new SampleSize(plan, Math.max(2, (long) Math.ceil(exact)), exact, formula(plan), note(plan));
    }

    /**
     * The probability of finding the plan's effect with this many people in each group.
     *
     * @param perVariant at least 2
     * @throws Failure when the plan asks for what cannot be
     */
    public static double power(SizePlan plan, double perVariant) {
        SizeChecks.check(plan);
        if (!(perVariant >= 2)) {
            throw SizeChecks.failure("A test needs at least 2 people in each group.", "", "Take more people.");
        }
        return powerWith(plan, perVariant);
    }

    /**
     * The smallest effect, with the direction of the plan's, that is found with the plan's power.
     *
     * @param perVariant how many people there are in each group, at least 2
     * @throws Failure when not even the largest effect is
     */
    public static Effect minimumDetectableEffect(SizePlan plan, long perVariant) {
        double people = perVariant;
        power(plan, people);
        double limit = largestSize(plan, people);
        UnivariateFunction missing = size -> powerWith(plan.withEffect(sized(plan, size)), people)
                - plan.rates().power();
        if (!(missing.value(limit) > 0)) {
            throw SizeChecks.failure(
                    "No effect, however large, is found with " + perVariant + " people in each group.",
                    "",
                    "Take more people.");
        }
        double least = limit * 1e-9;
        return sized(plan, new BrentSolver(1e-15, 1e-12).solve(ROUNDS, missing, least, limit));
    }

    /** The power from few people to twice as many as the plan needs. */
    public static PowerCurve curve(SizePlan plan) {
        double most = Math.max(10, 2 * sampleSize(plan).exactPerVariant());
        return new PowerCurve(
                plan,
                LongStream.rangeClosed(1, CURVE_POINTS)
                        .map(step -> Math.max(2, Math.round(most * step / CURVE_POINTS)))
                        .distinct()
                        .mapToObj(size -> new PowerCurve.Point(size, powerWith(plan, (double) size)))
                        .toList());
    }

    private static double powerWith(SizePlan plan, double perVariant) {
        return switch (plan) {
            case PowerPlan rate -> powerOfRates(rate, perVariant);
            case MetricPowerPlan metric -> powerOfMeans(metric, perVariant);
        };
    }

    private static double sizeForRates(PowerPlan plan) {
        double treated = plan.effect().applyTo(plan.baseline());
        var formula = plan.formula();
        double spread = StandardNormal.critical(levelEach(plan)) * formula.spreadWithout(plan.baseline(), treated)
                + StandardNormal.quantile(plan.rates().power()) * formula.spreadWith(plan.baseline(), treated);
        return Math.pow(spread / formula.distance(plan.baseline(), treated), 2);
    }

    private static double powerOfRates(PowerPlan plan, double perVariant) {
        double treated = plan.effect().applyTo(plan.baseline());
        var formula = plan.formula();
        double reach = formula.distance(plan.baseline(), treated) * Math.sqrt(perVariant)
                - StandardNormal.critical(levelEach(plan)) * formula.spreadWithout(plan.baseline(), treated);
        return StandardNormal.cumulative(reach / formula.spreadWith(plan.baseline(), treated));
    }

    private static double sizeForMeans(MetricPowerPlan plan) {
        double wanted = plan.rates().power();
        if (powerOfMeans(plan, 2) >= wanted) {
            return 2;
        }
        double high = 4;
        while (powerOfMeans(plan, high) < wanted && high <= MOST_PEOPLE) {
            high *= 2;
        }
        return high > MOST_PEOPLE
                ? high
                : new BrentSolver(1e-13, 1e-9).solve(ROUNDS, size -> powerOfMeans(plan, size) - wanted, high / 2, high);
    }

    private static double powerOfMeans(MetricPowerPlan plan, double perVariant) {
        var distribution = new StudentT(2 * perVariant - 2);
        double critical = distribution.critical(levelEach(plan));
        double distance = plan.effect().applyTo(plan.mean()) - plan.mean();
        return distribution.beyond(critical, distance / plan.standardDeviation() * Math.sqrt(perVariant / 2));
    }

    /** The size beyond which nothing is possible (rates), or surely nothing is needed (means), without its sign. */
    private static double largestSize(SizePlan plan, double perVariant) {
        boolean isRelative = plan.effect().isRelative();
        return switch (plan) {
            case PowerPlan rate -> {
                boolean isUp = rate.effect().size() > 0;
                double room = isUp ? 1 - rate.baseline() : rate.baseline();
                yield room * (1 - 1e-9) / (isRelative ? rate.baseline() : 1);
            }
            case MetricPowerPlan metric -> {
                double wide = 1e4 * metric.standardDeviation() / Math.sqrt(perVariant);
                yield wide / (isRelative ? Math.abs(metric.mean()) : 1);
            }
        };
    }

    private static Effect sized(SizePlan plan, double size) {
        return new Effect(
                Math.copySign(size, plan.effect().size()), plan.effect().isRelative());
    }

    private static double levelEach(SizePlan plan) {
        return plan.rates().alpha() / (plan.traffic().variants() - 1);
    }

    private static String formula(SizePlan plan) {
        return switch (plan) {
            case PowerPlan rate -> rate.formula().label();
            case MetricPowerPlan _ -> "two-sided two-sample t test, noncentral t distribution";
        };
    }

    private static String note(SizePlan plan) {
        int comparisons = plan.traffic().variants() - 1;
        return comparisons < 2
                ? ""
                : "Each of the %d variants is compared with control at %s / %d (Bonferroni)."
                        .formatted(comparisons, Words.percent(plan.rates().alpha()), comparisons);
    }
}
