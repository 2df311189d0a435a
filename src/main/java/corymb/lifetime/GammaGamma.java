package corymb.lifetime;

import corymb.work.Failure;
import corymb.work.Problem;
import corymb.work.Progress;
import java.util.List;

/**
 * The Gamma–Gamma model: what a purchase is worth varies around a mean of each customer's own, and these means vary over customers.
 *
 * <p>Reference: P. S. Fader and B. G. S. Hardie, The Gamma-Gamma Model of Monetary Value, 2013 (brucehardie.com/notes/025). Assumes:
 * values above 0 that do not go with how often somebody buys.
 *
 * @param p the shape of values around a customer's mean
 * @param q the shape of the customers' scales
 * @param v their scale, in the unit of values
 */
public record GammaGamma(double p, double q, double v) {
    /**
     * A model as found in data.
     *
     * @param customers how many bought again for more than nothing, which is whom it was found in
     */
    public record Fit(GammaGamma model, double logLikelihood, int customers) {}

    /**
     * The parameters under which what was seen is likeliest; who never bought again or for nothing tells nothing.
     *
     * @throws corymb.work.Failure when fewer than three tell something, or values spread so widely that they have no mean
     */
    public static Fit fit(List<RepeatValue> values, Progress progress) {
        var told = values.stream()
                .filter(value -> value.repeats() > 0 && value.mean() > 0 && Double.isFinite(value.mean()))
                .toList();
        if (told.size() < 3) {
            throw unknown("Fewer than three customers bought again for more than nothing.");
        }
        double typical = told.stream().mapToDouble(RepeatValue::mean).average().orElse(1);
        var fitting = new ValueFitting(told, progress);
        var best = Minimum.of(fitting::negative, new double[] {2, 3, typical}, progress);
        var model = new GammaGamma(best[0], best[1], best[2]);
        if (model.q() <= 1) {
            throw unknown("The values of purchases spread too widely to have a mean.");
        }
        return new Fit(model, -fitting.negative(best, new double[3]) * told.size(), told.size());
    }

    private static Failure unknown(String what) {
        return new Problem(what, "features", "Leave out the features of value to come, or check the values imported.")
                .asFailure();
    }

    /** What a customer's next purchase is worth: between what the customer spent and what all do, the closer to one's own the more there was. */
    public double expectedValue(RepeatValue value) {
        double ofAll = p * v / (q - 1);
        if (value.repeats() == 0) {
            return ofAll;
        }
        double own = p * value.repeats() / (p * value.repeats() + q - 1);
        return (1 - own) * ofAll + own * value.mean();
    }
}
