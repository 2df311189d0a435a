package corymb.experiment;

import corymb.work.Failure;
import java.util.stream.DoubleStream;

/** What a person may not ask of a simulation, in the person's words. */
final class SimulationChecks {
    private static final int FEWEST_CUSTOMERS = 20;

    private SimulationChecks() {}

    static void check(SimulationPlan plan) {
        var design = plan.design();
        SizeChecks.checkLevel(design.alpha());
        SizeChecks.checkSize(plan.effect());
        if (design.days() < 1 || design.days() > 365) {
            throw SizeChecks.failure("A simulated test runs 1 to 365 days.", "days", "Give a number of days.");
        }
        if (design.runs() < 100 || design.runs() > 1_000_000) {
            throw SizeChecks.failure(
                    "A test is simulated 100 to 1,000,000 times.", "runs", "2,000 runs are enough as a rule.");
        }
    }

    static void checkRate(double rate, Effect effect) {
        if (rate == 0 || rate == 1) {
            throw SizeChecks.failure(
                    rate == 0 ? "None of these customers did this." : "All of these customers did this.",
                    "metric",
                    "Choose another metric or segment, or give the rate yourself.");
        }
        SizeChecks.checkRate(rate, effect);
    }

    static void checkKnown(double... known) {
        if (known.length == 0) {
            throw tooFew(0);
        }
    }

    static void checkValues(Effect effect, double... known) {
        if (DoubleStream.of(known).distinct().limit(2).count() < 2) {
            throw SizeChecks.failure(
                    "All of these customers have the same value.", "metric", "Choose another metric or segment.");
        }
        if (effect.isRelative() && DoubleStream.of(known).sum() == 0) {
            throw SizeChecks.failure(
                    "A part of a mean of 0 is no change.", "effect", "Give the effect in the metric's own unit.");
        }
        if (DoubleStream.of(known).anyMatch(Double::isInfinite)) {
            throw SizeChecks.failure("Some values are infinite.", "metric", "Choose another metric.");
        }
    }

    static void checkEnrolled(int enrolled) {
        if (enrolled < FEWEST_CUSTOMERS) {
            throw tooFew(enrolled);
        }
    }

    private static Failure tooFew(int enrolled) {
        return SizeChecks.failure(
                "A simulated test needs at least %d customers with a value, and there are %d."
                        .formatted(FEWEST_CUSTOMERS, enrolled),
                "segment",
                "Choose a larger segment or enrol more of it.");
    }
}
