package corymb.experiment;

/**
 * A test to be made of a rate: how many people will it need?
 *
 * @param baseline the rate without the treatment, above 0 and below 1
 * @param formula which of the accepted approximations to use
 */
public record PowerPlan(double baseline, Effect effect, ErrorRates rates, Traffic traffic, SampleSizeFormula formula)
        implements SizePlan {
    /** Two groups, 5 % false alarms, 80 % power, the unpooled formula. */
    public static PowerPlan of(double baseline, Effect effect) {
        return new PowerPlan(baseline, effect, ErrorRates.USUAL, Traffic.TWO_VARIANTS, SampleSizeFormula.UNPOOLED);
    }

    @Override
    public PowerPlan withEffect(Effect other) {
        return new PowerPlan(baseline, other, rates, traffic, formula);
    }
}
