package corymb.experiment;

import corymb.work.Failure;
import corymb.work.Problem;

/** What a person may not ask of a plan, in the person's words. */
final class SizeChecks {
    private static final int MOST_VARIANTS = 1_000;

    private SizeChecks() {}

    static Failure failure(String what, String where, String remedy) {
        return new Problem(what, where, remedy).asFailure();
    }

    static void check(SizePlan plan) {
        check(plan.rates());
        check(plan.traffic());
        checkSize(plan.effect());
        switch (plan) {
            case PowerPlan rate -> checkRate(rate.baseline(), rate.effect());
            case MetricPowerPlan metric -> check(metric);
        }
    }

    static void checkLevel(double alpha) {
        if (!(alpha > 0 && alpha < 1)) {
            throw failure(
                    "The significance level must lie between 0 and 1, not be " + alpha + ".",
                    "alpha",
                    "Give a small share such as 0.05.");
        }
    }

    static void checkSize(Effect effect) {
        if (effect.size() == 0 || !Double.isFinite(effect.size())) {
            throw failure("The effect must not be 0.", "effect", "Give the change you hope to see.");
        }
    }

    static void checkRate(double baseline, Effect effect) {
        if (!(baseline > 0 && baseline < 1)) {
            throw failure(
                    "The baseline rate must lie between 0 and 1, not be " + baseline + ".",
                    "baseline",
                    "Give the rate without the treatment as a share, such as 0.1 for 10 %.");
        }
        double treated = effect.applyTo(baseline);
        if (!(treated > 0 && treated < 1)) {
            throw failure(
                    "With this effect the rate would be " + Words.percent(treated) + ".",
                    "effect",
                    "Give an effect that leaves the rate between 0 and 100 %.");
        }
    }

    private static void check(MetricPowerPlan plan) {
        if (!(plan.standardDeviation() > 0 && Double.isFinite(plan.mean()))) {
            throw failure(
                    "The metric must differ from customer to customer.",
                    "standard deviation",
                    "Give a standard deviation above 0.");
        }
        if (plan.effect().isRelative() && plan.mean() == 0) {
            throw failure("A part of a mean of 0 is no change.", "effect", "Give the effect in the metric's own unit.");
        }
    }

    private static void check(ErrorRates rates) {
        checkLevel(rates.alpha());
        if (!(rates.power() > rates.alpha() && rates.power() < 1)) {
            throw failure(
                    "The power must lie between the significance level and 1, not be " + rates.power() + ".",
                    "power",
                    "Give a share such as 0.8.");
        }
    }

    private static void check(Traffic traffic) {
        if (traffic.variants() < 2 || traffic.variants() > MOST_VARIANTS) {
            throw failure("A test has 2 to 1,000 variants.", "variants", "Count control among them.");
        }
        if (traffic.daily() < 0) {
            throw failure("The number of people a day cannot be below 0.", "daily", "Give it, or 0 if unknown.");
        }
    }
}
