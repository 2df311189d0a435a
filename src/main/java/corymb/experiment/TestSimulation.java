package corymb.experiment;

import corymb.experiment.Simulation.Crowd;
import corymb.experiment.Simulation.Day;
import corymb.experiment.Simulation.Lifts;
import corymb.experiment.Simulation.Quantile;
import corymb.experiment.Simulation.Rate;
import corymb.experiment.Simulation.Rates;
import corymb.table.NumberColumn;
import corymb.work.Failure;
import corymb.work.Parallel;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Simulates a test of two groups on the customers of a segment: many times with the effect, and as many times without.
 *
 * <p>Each run draws customers with replacement from the members (the bootstrap), sends each to a group by chance, lets them come
 * in evenly over the days, and tests. The effect raises the rate of a conversion and shifts (absolute) or stretches (relative) a
 * value. A conversion is drawn at the members' own rate, which is the same as drawing members with replacement.
 *
 * <p>Reference: B. Efron, Bootstrap methods: another look at the jackknife, 1979, doi:10.1214/aos/1176344552; P. Armitage, C. K.
 * McPherson, B. C. Rowe, Repeated significance tests on accumulating data, 1969, doi:10.2307/2343787 (what looking every day does).
 *
 * <p>Cost: 2 x runs x enrolled draws, on all cores; the same result on any number of them.
 *
 * <p>Assumes: one customer's outcome does not depend on another's, and is known on the day the customer comes in.
 */
public final class TestSimulation {
    private static final int BLOCK = 8;
    private static final List<Double> QUANTILES = List.of(0.025, 0.25, 0.5, 0.75, 0.975);

    private TestSimulation() {}

    /** Simulates a conversion whose rate the plan gives, for a segment of {@code members} customers. */
    public static Simulation run(SimulationPlan plan, int members, Progress progress) {
        if (!(plan.metric() instanceof SimulatedMetric.GivenConversion(double rate))) {
            throw new IllegalArgumentException("The metric needs the members' values");
        }
        SimulationChecks.check(plan);
        SimulationChecks.checkRate(rate, plan.effect());
        return simulate(plan, new RateOutcomes(rate, plan.effect().applyTo(rate)), members, members, progress);
    }

    /**
     * Simulates with what is known of the members.
     *
     * @param values the feature that the plan names, one value a member
     * @throws Failure when there are too few members or the effect cannot be
     */
    public static Simulation run(SimulationPlan plan, NumberColumn values, Progress progress) {
        if (plan.metric() instanceof SimulatedMetric.GivenConversion) {
            return run(plan, values.size(), progress);
        }
        SimulationChecks.check(plan);
        var known = IntStream.range(0, values.size())
                .filter(row -> !values.isMissing(row))
                .mapToDouble(values::get)
                .toArray();
        return simulate(plan, outcomes(plan, known), values.size(), known.length, progress);
    }

    private static Outcomes outcomes(SimulationPlan plan, double... known) {
        SimulationChecks.checkKnown(known);
        return switch (plan.metric()) {
            case SimulatedMetric.Value _ -> {
                SimulationChecks.checkValues(plan.effect(), known);
                yield new ValueOutcomes(plan.effect(), known);
            }
            case SimulatedMetric.Conversion _, SimulatedMetric.GivenConversion _ -> {
                double successes =
                        DoubleStream.of(known).filter(value -> value != 0).count();
                double rate = successes / known.length;
                SimulationChecks.checkRate(rate, plan.effect());
                yield new RateOutcomes(rate, plan.effect().applyTo(rate));
            }
        };
    }

    private static Simulation simulate(
            SimulationPlan plan, Outcomes outcomes, int members, int known, Progress progress) {
        int enrolled = (int) Math.round(known * plan.design().enrolled().value());
        SimulationChecks.checkEnrolled(enrolled);
        var crowd = new Crowd(members, members - known, enrolled, outcomes.baseline());
        var effects = new Runs(plan, outcomes, enrolled);
        var placebos = new Runs(plan, outcomes.withoutEffect(), enrolled);
        fill(effects, "effect", progress.between(0, 0.5));
        fill(placebos, "placebo", progress.between(0.5, 1));
        return result(plan, crowd, effects, placebos);
    }

    private static void fill(Runs runs, String purpose, Progress progress) {
        var seed = runs.plan().seed().derive(purpose);
        Parallel.forBlocks(runs.count(), BLOCK, progress, "Simulating tests", (_, from, to) -> {
            for (int run = from; run < to; run++) {
                progress.check();
                runs.simulate(run, seed.derive(run).generator());
            }
        });
    }

    private static Simulation result(SimulationPlan plan, Crowd crowd, Runs effects, Runs placebos) {
        var days = IntStream.rangeClosed(1, plan.design().days())
                .mapToObj(day -> new Day(
                        day, effects.readOn(day), placebos.readOn(day), effects.foundBy(day), placebos.foundBy(day)))
                .toList();
        return new Simulation(plan, crowd, rates(effects, placebos), lifts(effects), days);
    }

    private static Rates rates(Runs effects, Runs placebos) {
        int days = effects.plan().design().days();
        return switch (effects.plan().design().peek()) {
            case NEVER ->
                new Rates(effects.readOn(days), placebos.readOn(days), effects.inWrongDirection(), new Rate(0, 0));
            case DAILY ->
                new Rates(
                        effects.foundBy(days),
                        placebos.foundBy(days),
                        effects.inWrongDirection(),
                        effects.foundBy(days - 1));
        };
    }

    private static Lifts lifts(Runs runs) {
        var sorted = runs.lifts();
        Arrays.sort(sorted);
        double mean = DoubleStream.of(sorted).sum() / sorted.length;
        return new Lifts(
                runs.outcomes().treatedMean() - runs.outcomes().baseline(),
                mean,
                QUANTILES.stream()
                        .map(p -> new Quantile(p, sorted[(int) Math.ceil(p * sorted.length) - 1]))
                        .toList());
    }
}
