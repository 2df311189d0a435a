package corymb.stats;

/**
 * Two groups, compared by their means without taking their variances for equal; differences are treated minus control.
 *
 * <p>Reference: B. L. Welch, The generalization of Student's problem when several different population variances are involved,
 * 1947, doi:10.1093/biomet/34.1-2.28.
 *
 * <p>Assumes: independent people, and means that are near normal (large groups, no single dominating value).
 */
public record WelchTest(Moments control, Moments treated) {
    public double difference() {
        return treated.mean() - control.mean();
    }

    public double standardError() {
        return Math.sqrt(control.meanVariance() + treated.meanVariance());
    }

    /** Whether there is something to test: two values or more in each group, not all alike. */
    public boolean isTestable() {
        return control.count() > 1 && treated.count() > 1 && standardError() > 0;
    }

    /** By Welch and Satterthwaite. */
    public double degreesOfFreedom() {
        double first = control.meanVariance();
        double second = treated.meanVariance();
        return (first + second)
                * (first + second)
                / (first * first / (control.count() - 1) + second * second / (treated.count() - 1));
    }

    public TestResult test() {
        double t = difference() / standardError();
        double degrees = degreesOfFreedom();
        return new TestResult("Welch t test", t, degrees, new StudentT(degrees).twoSided(t));
    }

    /** The interval of the difference; {@code alpha} is 0.05 for 95 %. */
    public Interval interval(double alpha) {
        double half = new StudentT(degreesOfFreedom()).critical(alpha) * standardError();
        return new Interval(difference() - half, difference() + half);
    }
}
