package corymb.experiment;

import java.util.List;

/**
 * How simulated tests went.
 *
 * @param crowd who took part
 * @param power how often the effect was found, looked at as planned
 * @param falsePositiveRate how often an effect was found in tests without one, looked at as planned
 * @param lift what the tests with the effect estimated when they ended
 * @param days what each day added, in order
 */
public record Simulation(
        SimulationPlan plan, Crowd crowd, Rate power, Rate falsePositiveRate, Lifts lift, List<Day> days) {
    public Simulation {
        days = List.copyOf(days);
    }

    /**
     * How often tests were stopped before their last day: 0 for tests that are read once.
     */
    public Rate stoppedEarly() {
        return plan.design().peek() == Peek.NEVER || days.size() < 2
                ? new Rate(0, 0)
                : days.get(days.size() - 2).peekingPower();
    }

    /** What came out, in a sentence or two for a reader who does not know the terms. */
    public String statement() {
        return SimulationWords.of(this);
    }

    /**
     * Who took part.
     *
     * @param members how many customers the segment has
     * @param missing how many of them have no value and stay out
     * @param enrolled how many take part in each simulated test
     * @param baseline the metric's mean over the members
     */
    public record Crowd(long members, long missing, int enrolled, double baseline) {}

    /** A share of runs and its Monte Carlo standard error. */
    public record Rate(double value, double standardError) {
        static Rate of(long hits, int runs) {
            double value = (double) hits / runs;
            return new Rate(value, Math.sqrt(value * (1 - value) / runs));
        }
    }

    /**
     * The differences that the tests estimated.
     *
     * @param truth the difference that was put in
     * @param mean the mean of the estimates
     * @param quantiles at 2.5, 25, 50, 75 and 97.5 %
     */
    public record Lifts(double truth, double mean, List<Quantile> quantiles) {
        public Lifts {
            quantiles = List.copyOf(quantiles);
        }
    }

    /** The value that this part of the estimates stays at or below. */
    public record Quantile(double probability, double value) {}

    /**
     * The test up to the end of one day.
     *
     * @param day from 1
     * @param power how often the effect is found by a test that is read once, on this day
     * @param falsePositiveRate the same without an effect
     * @param peekingPower how often it has been found by this day when looking every day
     * @param peekingFalsePositiveRate the same without an effect
     */
    public record Day(int day, Rate power, Rate falsePositiveRate, Rate peekingPower, Rate peekingFalsePositiveRate) {}
}
