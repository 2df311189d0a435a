package corymb.stats;

/**
 * The outcome of a hypothesis test.
 *
 * @param test the name of the test in full
 * @param statistic its z, t or chi-square
 * @param degreesOfFreedom of the statistic's distribution; infinite for z
 * @param pValue two-sided where the statistic has two sides
 */
public record TestResult(String test, double statistic, double degreesOfFreedom, double pValue) {}
