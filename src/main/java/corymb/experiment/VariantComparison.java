package corymb.experiment;

import corymb.experiment.Analysis.Basis;
import corymb.experiment.Analysis.Bayes;
import corymb.experiment.Analysis.Comparison;
import corymb.experiment.Analysis.Evidence;
import corymb.experiment.Analysis.Lift;
import corymb.stats.BetaPosterior;
import corymb.stats.Interval;
import corymb.stats.Moments;
import corymb.stats.Proportion;
import corymb.stats.StandardNormal;
import corymb.stats.TwoProportions;
import corymb.stats.WelchTest;
import java.util.Optional;

/** Compares a metric of one variant with that of control. */
final class VariantComparison {
    private VariantComparison() {}

    /** Empty when there is nothing to test; the adjusted p value is still the plain one. */
    static Optional<Comparison> of(MetricSummary metric, String control, String variant, double alpha) {
        var first = metric.variants().get(control);
        var second = metric.variants().get(variant);
        if (first == null || second == null) {
            return Optional.empty();
        }
        return metric.isRate()
                ? ofRates(metric, variant, new TwoProportions(proportion(first), proportion(second)), alpha)
                : ofMeans(metric, variant, new WelchTest(first, second), alpha);
    }

    static String whyNot(MetricSummary metric, String control, String variant) {
        if (!metric.variants().containsKey(control) || !metric.variants().containsKey(variant)) {
            return "One of the groups has no values.";
        }
        return metric.isRate()
                ? "Nobody or everybody did this in both groups."
                : "There are too few values, or they are all alike.";
    }

    private static Optional<Comparison> ofRates(
            MetricSummary metric, String variant, TwoProportions rates, double alpha) {
        if (!rates.isTestable()) {
            return Optional.empty();
        }
        var better = BetaPosterior.of(rates.treated());
        var control = BetaPosterior.of(rates.control());
        var bayes = new Bayes(better.probabilityAbove(control), better.expectedLoss(control));
        var basis = new Basis(true, metricMoments(rates.control()), metricMoments(rates.treated()), bayes);
        var test = rates.zTest();
        var lift = lift(basis, rates.newcombe(alpha), alpha);
        return Optional.of(new Comparison(metric.name(), variant, new Evidence(test, test.pValue()), lift, basis));
    }

    private static Optional<Comparison> ofMeans(MetricSummary metric, String variant, WelchTest means, double alpha) {
        if (!means.isTestable()) {
            return Optional.empty();
        }
        var basis = new Basis(false, means.control(), means.treated(), bayes(means));
        var test = means.test();
        var lift = lift(basis, means.interval(alpha), alpha);
        return Optional.of(new Comparison(metric.name(), variant, new Evidence(test, test.pValue()), lift, basis));
    }

    private static Bayes bayes(WelchTest means) {
        double error = means.standardError();
        double z = means.difference() / error;
        double loss = error * (StandardNormal.density(z) - z * StandardNormal.survival(z));
        return new Bayes(StandardNormal.cumulative(z), Math.max(0, loss));
    }

    private static Lift lift(Basis basis, Interval interval, double alpha) {
        double control = basis.control().mean();
        double difference = basis.variant().mean() - control;
        if (control == 0) {
            return new Lift(
                    difference, interval, Double.NaN, new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
        }
        double ratio = basis.variant().mean() / control;
        double error = Math.sqrt(basis.variant().meanVariance()
                        + ratio * ratio * basis.control().meanVariance())
                / Math.abs(control);
        double half = StandardNormal.critical(alpha) * error;
        return new Lift(difference, interval, ratio - 1, new Interval(ratio - 1 - half, ratio - 1 + half));
    }

    private static Proportion proportion(Moments moments) {
        return new Proportion(Math.round(moments.mean() * moments.count()), moments.count());
    }

    /** The rate with its binomial variance, which is defined for a single customer too. */
    private static Moments metricMoments(Proportion group) {
        return new Moments(group.total(), group.rate(), group.rate() * (1 - group.rate()));
    }
}
