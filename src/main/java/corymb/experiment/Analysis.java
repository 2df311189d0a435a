package corymb.experiment;

import corymb.stats.Interval;
import corymb.stats.Moments;
import corymb.stats.TestResult;
import java.util.List;

/**
 * What a test that ran has shown.
 *
 * @param people who took part, control first
 * @param metrics the comparisons that could be made, metric by metric
 * @param untested those that could not
 * @param sampleRatio whether the groups have the sizes they should have
 */
public record Analysis(
        AnalysisPlan plan, People people, List<Comparison> metrics, List<Untested> untested, SampleRatio sampleRatio) {
    public Analysis {
        metrics = List.copyOf(metrics);
        untested = List.copyOf(untested);
    }

    /** The variant the others were compared with. */
    public String control() {
        return variants().getFirst().name();
    }

    public List<Variant> variants() {
        return people.variants();
    }

    /** The answer in plain words. */
    public String verdict() {
        return String.join(" ", findings());
    }

    /** The same, a sentence each. */
    public List<String> findings() {
        return AnalysisWords.findings(this);
    }

    /**
     * Who took part; each customer counts once, from the first exposure on.
     *
     * @param variants the groups, control first, the others by name
     * @param inSeveralVariants customers who saw more than one variant and are left out
     * @param unusableRows rows without a customer or a variant, left out
     */
    public record People(List<Variant> variants, long inSeveralVariants, long unusableRows) {
        public People {
            variants = List.copyOf(variants);
        }

        /** How many customers count. */
        public long total() {
            return variants.stream().mapToLong(Variant::customers).sum();
        }
    }

    /**
     * One group.
     *
     * @param customers how many customers are in it
     * @param expected how many there should be
     */
    public record Variant(String name, long customers, double expected) {}

    /**
     * One metric of one variant compared with control.
     *
     * @param name the metric
     * @param variant the variant that is compared
     * @param evidence how sure the difference is
     * @param lift how large it is
     * @param basis what was compared
     */
    public record Comparison(String name, String variant, Evidence evidence, Lift lift, Basis basis) {
        Comparison withAdjustedPValue(double adjusted) {
            return new Comparison(name, variant, new Evidence(test(), adjusted), lift, basis);
        }

        public TestResult test() {
            return evidence.test();
        }

        public double adjustedPValue() {
            return evidence.adjustedPValue();
        }

        /** The interval of the absolute difference. */
        public Interval interval() {
            return lift.interval();
        }

        public Bayes bayes() {
            return basis.bayes();
        }
    }

    /**
     * How sure a difference is.
     *
     * @param test the test of the difference
     * @param adjustedPValue its p value after Holm over all comparisons of the analysis
     */
    public record Evidence(TestResult test, double adjustedPValue) {}

    /**
     * The difference variant minus control.
     *
     * @param absolute in the metric's unit
     * @param interval of the absolute difference: Newcombe's for rates, Welch's for means
     * @param relative as a part of control's mean; NaN when that is 0
     * @param relativeInterval by the delta method; unbounded when control's mean is 0
     */
    public record Lift(double absolute, Interval interval, double relative, Interval relativeInterval) {}

    /**
     * What was compared.
     *
     * @param isRate whether the metric is a yes or no
     * @param bayes how the variant looks by Bayes' rule
     */
    public record Basis(boolean isRate, Moments control, Moments variant, Bayes bayes) {}

    /**
     * The same data by Bayes' rule: rates from Beta(1, 1) priors, means by their normal approximation.
     *
     * @param probabilityBetter the probability that the variant's true value is above control's
     * @param expectedLoss what is lost on average, in the metric's unit, by choosing the variant although control may be above it
     */
    public record Bayes(double probabilityBetter, double expectedLoss) {}

    /** A comparison that could not be made, and why. */
    public record Untested(String metric, String variant, String reason) {}

    /**
     * The chi-square check of the groups' sizes.
     *
     * @param threshold below which p value something is wrong
     */
    public record SampleRatio(TestResult test, double threshold) {
        /** The stricter of the two thresholds in use, from which on the sizes deserve a look. */
        private static final double UNUSUAL = 0.01;

        public double pValue() {
            return test.pValue();
        }

        public boolean isMismatch() {
            return pValue() < threshold;
        }

        /** Whether the sizes are no mismatch, yet unusual enough that many would call them one. */
        public boolean isUnusual() {
            return !isMismatch() && pValue() < UNUSUAL;
        }
    }
}
