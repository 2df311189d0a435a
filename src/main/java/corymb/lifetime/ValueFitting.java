package corymb.lifetime;

import corymb.work.Progress;
import java.util.List;
import java.util.TreeMap;
import org.hipparchus.special.Gamma;

/**
 * The likelihood of what purchases are worth under the Gamma–Gamma model, with its gradient.
 *
 * <p>Gamma functions depend on the number of repeats alone and are reckoned once for each number; a customer adds one logarithm.
 */
final class ValueFitting {
    private final double[] repeats;
    private final double[] totals;
    private final TreeMap<Integer, Integer> counts = new TreeMap<>();
    private final double weightedLogs;
    private final double logsOfMeans;
    private final Progress progress;

    /** @param values above 0, of customers who came back */
    ValueFitting(List<RepeatValue> values, Progress progress) {
        this.progress = progress;
        repeats = values.stream().mapToDouble(RepeatValue::repeats).toArray();
        totals = values.stream()
                .mapToDouble(value -> value.repeats() * value.mean())
                .toArray();
        values.forEach(value -> counts.merge(value.repeats(), 1, Integer::sum));
        var logs = Sums.over(repeats.length, 2, progress, (from, to, sums) -> {
            for (int i = from; i < to; i++) {
                sums[0] += repeats[i] * Math.log(totals[i]);
                sums[1] += Math.log(totals[i] / repeats[i]);
            }
        });
        weightedLogs = logs[0];
        logsOfMeans = logs[1];
    }

    /** Less the mean logarithm of the likelihood. */
    double negative(double[] at, double[] gradient) {
        double p = at[0];
        double q = at[1];
        double v = at[2];
        var sums = Sums.over(repeats.length, 4, progress, (from, to, part) -> add(v, from, to, part));
        double size = repeats.length;
        double likelihood = size * (q * Math.log(v) - Gamma.logGamma(q))
                + p * weightedLogs
                - logsOfMeans
                - p * sums[1]
                - q * sums[0];
        double byP = weightedLogs - sums[1];
        double byQ = size * (Math.log(v) - Gamma.digamma(q)) - sums[0];
        for (var count : counts.entrySet()) {
            double x = count.getKey();
            double customers = count.getValue();
            double digamma = Gamma.digamma(p * x + q);
            likelihood += customers * (Gamma.logGamma(p * x + q) - Gamma.logGamma(p * x));
            byP += customers * x * (digamma - Gamma.digamma(p * x));
            byQ += customers * digamma;
        }
        gradient[0] = -byP / size;
        gradient[1] = -byQ / size;
        gradient[2] = -(size * q / v - p * sums[3] - q * sums[2]) / size;
        return -likelihood / size;
    }

    private void add(double v, int from, int to, double[] sums) {
        for (int i = from; i < to; i++) {
            double logarithm = Math.log(totals[i] + v);
            double inverse = 1 / (totals[i] + v);
            sums[0] += logarithm;
            sums[1] += repeats[i] * logarithm;
            sums[2] += inverse;
            sums[3] += repeats[i] * inverse;
        }
    }
}
