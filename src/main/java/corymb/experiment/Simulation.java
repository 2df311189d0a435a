package corymb.experiment;

import java.util.List;

/**
 * How simulated tests went.
 *
 * @param crowd who took part
 * @param rates how often what came out
 * @param lift what the tests with the effect estimated when they ended
 * @param days what each day added, in order
 */
public record Simulation(SimulationPlan plan, Crowd crowd, Rates rates, Lifts lift, List<Day> days) {
    public Simulation {
        days = List.copyOf(days);
    }

    public Rate power() {
        return rates.power();
    }

    public Rate falsePositiveRate() {
        return rates.falsePositive();
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

    /**
     * How often the simulated tests came out how, looked at as planned.
     *
     * @param power significant with the effect
     * @param falsePositive significant without one
     * @param wrongDirection significant with the effect, but seeming to go the other way; part of the power
     * @param stoppedEarly with the effect, stopped before the last day; 0 for tests that are read once
     */
    public record Rates(Rate power, Rate falsePositive, Rate wrongDirection, Rate stoppedEarly) {}

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
