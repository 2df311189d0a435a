package corymb.experiment;

import corymb.stats.Seed;
import corymb.stats.Share;

/**
 * A test of two groups to be simulated many times with the customers of a segment.
 *
 * @param segment the segment's name
 * @param effect what the treatment is taken to change
 */
public record SimulationPlan(String segment, SimulatedMetric metric, Effect effect, Design design, Seed seed) {
    /**
     * How each simulated test is made.
     *
     * @param days how long it runs, 1 to 365; people come in evenly
     * @param runs how often it is simulated, 100 to 1,000,000
     * @param alpha when a result counts as significant, such as 0.05
     * @param enrolled which part of the segment takes part
     */
    public record Design(int days, int runs, Peek peek, double alpha, Share enrolled) {
        /** 14 days, 2,000 runs, read once at the end, 5 % false alarms, everybody. */
        public static final Design USUAL = new Design(14, 2_000, Peek.NEVER, 0.05, new Share(1));
    }
}
