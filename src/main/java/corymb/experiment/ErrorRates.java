package corymb.experiment;

/**
 * How often a test may be wrong.
 *
 * @param alpha the chance of finding an effect that is not there, such as 0.05
 * @param power the chance of finding the effect when it is there, such as 0.8
 */
public record ErrorRates(double alpha, double power) {
    public static final ErrorRates USUAL = new ErrorRates(0.05, 0.8);
}
