package corymb.lifetime;

import corymb.work.Problem;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;

/** The likelihood of purchase histories under the BG/NBD model, with its gradient, and its maximum. */
final class PurchaseFitting {
    private static final double NUDGE = 1e-5;

    private final int[] repeats;
    private final double[] times;
    private final int[] last;
    private final int[] observed;
    private final int most;
    private final Progress progress;

    PurchaseFitting(List<PurchaseHistory> histories, Progress progress) {
        this.repeats = histories.stream().mapToInt(PurchaseHistory::repeats).toArray();
        this.times = histories.stream()
                .flatMapToDouble(history -> DoubleStream.of(history.last(), history.observed()))
                .sorted()
                .distinct()
                .toArray();
        this.last = places(histories, PurchaseHistory::last);
        this.observed = places(histories, PurchaseHistory::observed);
        this.most = Arrays.stream(repeats).max().orElse(0);
        this.progress = progress;
        if (most == 0) {
            throw new Problem(
                            "Nobody bought on a second day, so there is nothing to learn about coming back.",
                            "features",
                            "Import purchases over a longer time, or leave out the features of lifetime.")
                    .asFailure();
        }
    }

    /** Where among the different times each history has its own; often there are few, as people count days. */
    private int[] places(List<PurchaseHistory> histories, ToDoubleFunction<PurchaseHistory> time) {
        return histories.stream()
                .mapToInt(history -> Arrays.binarySearch(times, time.applyAsDouble(history)))
                .toArray();
    }

    PurchaseFit fit() {
        double mean = Arrays.stream(observed)
                .mapToDouble(place -> times[place])
                .average()
                .orElse(1);
        double typical = Math.max(mean, Double.MIN_NORMAL) / 4;
        var best = Minimum.of(this::negative, new double[] {1, typical, 1, 2}, progress);
        double logLikelihood = -negative(best, new double[4]) * repeats.length;
        return new PurchaseFit(
                new BgNbd(best[0], best[1], best[2], best[3]), logLikelihood, errors(best), repeats.length);
    }

    /** Less the mean logarithm of the likelihood. */
    private double negative(double[] at, double[] gradient) {
        var terms = new Terms(new BgNbd(at[0], at[1], at[2], at[3]), most, times);
        var sums = Sums.over(repeats.length, 5, progress, (from, to, part) -> {
            for (int i = from; i < to; i++) {
                terms.add(repeats[i], last[i], observed[i], part);
            }
        });
        for (int j = 0; j < gradient.length; j++) {
            gradient[j] = -sums[j] / repeats.length;
        }
        return -sums[4] / repeats.length;
    }

    /** The roots of the diagonal of the inverse of the observed information. */
    private PurchaseFit.Errors errors(double[] best) {
        var information = new double[4][];
        for (int j = 0; j < 4; j++) {
            information[j] = curvature(best, j);
        }
        var solver = new LUDecomposition(MatrixUtils.createRealMatrix(information)).getSolver();
        if (!solver.isNonSingular()) {
            return new PurchaseFit.Errors(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        var variance = solver.getInverse();
        return new PurchaseFit.Errors(
                Math.sqrt(variance.getEntry(0, 0)),
                Math.sqrt(variance.getEntry(1, 1)),
                Math.sqrt(variance.getEntry(2, 2)),
                Math.sqrt(variance.getEntry(3, 3)));
    }

    private double[] curvature(double[] best, int parameter) {
        double nudge = best[parameter] * NUDGE;
        var above = gradient(best, parameter, nudge);
        var below = gradient(best, parameter, -nudge);
        var curvature = new double[4];
        Arrays.setAll(curvature, j -> (above[j] - below[j]) / (2 * nudge) * repeats.length);
        return curvature;
    }

    private double[] gradient(double[] best, int parameter, double nudge) {
        var moved = best.clone();
        moved[parameter] += nudge;
        var gradient = new double[4];
        negative(moved, gradient);
        return gradient;
    }

    /** What depends on the number of repeats or on a time alone is reckoned once for each. */
    private static final class Terms {
        private final BgNbd model;
        private final double[] logarithm;
        private final double[] byR;
        private final double[] byA;
        private final double[] byB;
        private final double[] leaving;
        private final double[] logOfTime;
        private final double[] byTime;

        Terms(BgNbd model, int most, double... times) {
            this.model = model;
            this.logarithm = new double[most + 1];
            this.byR = new double[most + 1];
            this.byA = new double[most + 1];
            this.byB = new double[most + 1];
            this.leaving = new double[most + 1];
            this.logOfTime = new double[times.length];
            this.byTime = new double[times.length];
            fill();
            Arrays.setAll(logOfTime, i -> Math.log(model.alpha() + times[i]));
            Arrays.setAll(byTime, i -> 1 / (model.alpha() + times[i]));
        }

        private void fill() {
            double r = model.r();
            double b = model.b();
            double both = model.a() + b;
            logarithm[0] = r * Math.log(model.alpha());
            byR[0] = Math.log(model.alpha());
            for (int x = 1; x < logarithm.length; x++) {
                double before = x - 1;
                logarithm[x] = logarithm[x - 1] + Math.log((r + before) * (b + before) / (both + before));
                byR[x] = byR[x - 1] + 1 / (r + before);
                byA[x] = byA[x - 1] - 1 / (both + before);
                byB[x] = byB[x - 1] + 1 / (b + before) - 1 / (both + before);
                leaving[x] = Math.log(model.a() / (b + before));
            }
        }

        /** Adds one customer's slopes, and the logarithm of the likelihood behind them. */
        void add(int x, int last, int observed, double[] sums) {
            double shape = model.r() + x;
            double stays = -shape * logOfTime[observed];
            double share = 0;
            double either = stays;
            if (x > 0) {
                double leaves = leaving[x] - shape * logOfTime[last];
                double less = Math.exp(-Math.abs(stays - leaves));
                share = (stays > leaves ? less : 1) / (1 + less);
                either = Math.max(stays, leaves) + Math.log1p(less);
                sums[2] += share / model.a();
                sums[3] -= share / (model.b() + x - 1);
            }
            sums[0] += byR[x] - (1 - share) * logOfTime[observed] - share * logOfTime[last];
            sums[1] += model.r() / model.alpha() - shape * ((1 - share) * byTime[observed] + share * byTime[last]);
            sums[2] += byA[x];
            sums[3] += byB[x];
            sums[4] += logarithm[x] + either;
        }
    }
}
