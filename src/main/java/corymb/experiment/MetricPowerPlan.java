package corymb.experiment;

/**
 * A test to be made of a mean, such as revenue a customer: how many people will it need?
 *
 * @param mean the metric's mean without the treatment
 * @param standardDeviation how much it differs from customer to customer, above 0
 */
public record MetricPowerPlan(double mean, double standardDeviation, Effect effect, ErrorRates rates, Traffic traffic)
        implements SizePlan {
    /** Two groups, 5 % false alarms, 80 % power. */
    public static MetricPowerPlan of(double mean, double standardDeviation, Effect effect) {
        return new MetricPowerPlan(mean, standardDeviation, effect, ErrorRates.USUAL, Traffic.TWO_VARIANTS);
    }

    @Override
    public MetricPowerPlan withEffect(Effect other) {
        return new MetricPowerPlan(mean, standardDeviation, other, rates, traffic);
    }
}
