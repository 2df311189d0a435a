package corymb.experiment;

/** What decides how many people a test needs. */
public sealed interface SizePlan permits PowerPlan, MetricPowerPlan {
    Effect effect();

    ErrorRates rates();

    Traffic traffic();

    SizePlan withEffect(Effect effect);
}
