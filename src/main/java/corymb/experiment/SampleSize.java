package corymb.experiment;

import java.util.OptionalLong;

/**
 * How many people a test needs.
 *
 * @param perVariant in each group, rounded up
 * @param exactPerVariant the same before rounding
 * @param formula the name of the formula in full
 * @param note what a reader should know about several groups; empty for two
 */
public record SampleSize(SizePlan plan, long perVariant, double exactPerVariant, String formula, String note) {
    /** In all groups together. */
    public long total() {
        return perVariant * plan.traffic().variants();
    }

    /** How many days that takes; empty when the plan does not say how many people come in a day. */
    public OptionalLong days() {
        long daily = plan.traffic().daily();
        return daily == 0 ? OptionalLong.empty() : OptionalLong.of(Math.ceilDiv(total(), daily));
    }
}
