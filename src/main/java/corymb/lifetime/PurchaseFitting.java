package corymb.lifetime;

import corymb.work.Problem;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;

/** The likelihood of purchase histories under the BG/NBD model, with its gradient, and its maximum. */
final class PurchaseFitting {
    private static final double NUDGE = 1e-5;

    private final int[] repeats;
    private final double[] last;
    private final double[] observed;
    private final int most;
    private final Progress progress;

    PurchaseFitting(List<PurchaseHistory> histories, Progress progress) {
        this.repeats = histories.stream().mapToInt(PurchaseHistory::repeats).toArray();
        this.last = histories.stream().mapToDouble(PurchaseHistory::last).toArray();
        this.observed =
                histories.stream().mapToDouble(PurchaseHistory::observed).toArray();
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

    PurchaseFit fit() {
        double typical = Math.max(Arrays.stream(observed).average().orElse(1), Double.MIN_NORMAL) / 4;
        var best = Minimum.of(this::negative, new double[] {1, typical, 1, 2}, progress);
        double logLikelihood = -negative(best, new double[4]) * repeats.length;
        return new PurchaseFit(
                new BgNbd(best[0], best[1], best[2], best[3]), logLikelihood, errors(best), repeats.length);
    }

    /** Less the mean logarithm of the likelihood. */
    private double negative(double[] at, double[] gradient) {
        var model = new BgNbd(at[0], at[1], at[2], at[3]);
        var terms = new Terms(model, most);
        Arrays.fill(gradient, 0);
        double sum = 0;
        for (int i = 0; i < repeats.length; i++) {
            sum += terms.add(repeats[i], last[i], observed[i], gradient);
        }
        for (int j = 0; j < gradient.length; j++) {
            gradient[j] /= -repeats.length;
        }
        return -sum / repeats.length;
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

    /** What depends on the number of repeats alone is reckoned once for each number. */
    private static final class Terms {
        private final BgNbd model;
        private final double[] logarithm;
        private final double[] byR;
        private final double[] byA;
        private final double[] byB;

        Terms(BgNbd model, int most) {
            this.model = model;
            this.logarithm = new double[most + 1];
            this.byR = new double[most + 1];
            this.byA = new double[most + 1];
            this.byB = new double[most + 1];
            fill();
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
            }
        }

        /** The logarithm of one customer's likelihood; adds its slopes to the gradient. */
        double add(int x, double last, double observed, double[] gradient) {
            double shape = model.r() + x;
            double active = Math.log(model.alpha() + observed);
            double atLast = Math.log(model.alpha() + last);
            double stays = -shape * active;
            double leaves =
                    x == 0 ? Double.NEGATIVE_INFINITY : Math.log(model.a() / (model.b() + x - 1)) - shape * atLast;
            double share = x == 0 ? 0 : 1 / (1 + Math.exp(stays - leaves));
            gradient[0] += byR[x] - (1 - share) * active - share * atLast;
            gradient[1] += model.r() / model.alpha()
                    - shape * ((1 - share) / (model.alpha() + observed) + share / (model.alpha() + last));
            gradient[2] += byA[x] + share / model.a();
            gradient[3] += byB[x] - (x == 0 ? 0 : share / (model.b() + x - 1));
            double larger = Math.max(stays, leaves);
            return logarithm[x] + larger + Math.log1p(Math.exp(Math.min(stays, leaves) - larger));
        }
    }
}
