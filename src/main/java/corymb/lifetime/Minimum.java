package corymb.lifetime;

import corymb.work.Progress;
import java.util.Arrays;

/**
 * The lowest point of a smooth function of a few positive parameters, looked for in their logarithms.
 *
 * <p>Reference: J. Nocedal and S. J. Wright, Numerical Optimization, 2nd edition, 2006, algorithm 6.1 (BFGS) with a line search that
 * halves the step until the function falls enough. Cost: some thirty evaluations for four parameters.
 */
final class Minimum {
    private static final int MOST_ROUNDS = 500;
    private static final int MOST_HALVINGS = 50;
    private static final double FLAT = 1e-10;
    private static final double LONGEST_STEP = 2;

    /** Parameters stay between e^-14 and e^14: beyond, the data say no more than that they are very small or large. */
    private static final double FARTHEST = 14;

    private final Objective objective;
    private final Progress progress;
    private final int size;
    private double[] point;
    private double[] gradient;
    private double value;
    private double[][] inverse;

    /** A function of positive parameters with its gradient by them. */
    @FunctionalInterface
    interface Objective {
        /** The value; fills {@code gradient}. */
        double at(double[] parameters, double[] gradient);
    }

    private Minimum(Objective objective, int size, Progress progress) {
        this.objective = objective;
        this.progress = progress;
        this.size = size;
        this.point = new double[size];
        this.gradient = new double[size];
        this.inverse = identity(size);
    }

    /** The parameters at the lowest point found. */
    static double[] of(Objective objective, double[] start, Progress progress) {
        var minimum = new Minimum(objective, start.length, progress);
        minimum.begin(start);
        minimum.descend();
        return minimum.parameters(minimum.point);
    }

    private void begin(double[] start) {
        Arrays.setAll(point, i -> Math.log(start[i]));
        value = evaluate(point, gradient);
    }

    private void descend() {
        for (int round = 0; round < MOST_ROUNDS && norm(gradient) > FLAT; round++) {
            progress.report(1 - Math.pow(0.9, round), "Fitting the model of purchases");
            if (!step()) {
                break;
            }
        }
        progress.report(1, "Fitting the model of purchases");
    }

    /** False when nothing lower is found. */
    private boolean step() {
        var direction = direction();
        double slope = dot(direction, gradient);
        if (slope >= 0) {
            inverse = identity(size);
            direction = scaled(gradient, -1);
            slope = dot(direction, gradient);
        }
        double length = Math.min(1, LONGEST_STEP / norm(direction));
        var nextGradient = new double[size];
        for (int halving = 0; halving < MOST_HALVINGS; halving++, length /= 2) {
            var next = moved(direction, length);
            double nextValue = evaluate(next, nextGradient);
            if (nextValue <= value + 1e-4 * length * slope) {
                boolean isLower = nextValue < value;
                take(next, nextGradient, nextValue);
                return isLower;
            }
        }
        return false;
    }

    private double[] direction() {
        var direction = new double[size];
        Arrays.setAll(direction, i -> -dot(inverse[i], gradient));
        return direction;
    }

    private double[] moved(double[] direction, double length) {
        var next = new double[size];
        Arrays.setAll(next, i -> Math.clamp(point[i] + length * direction[i], -FARTHEST, FARTHEST));
        return next;
    }

    private void take(double[] next, double[] nextGradient, double nextValue) {
        var moved = difference(next, point);
        var turned = difference(nextGradient, gradient);
        double curvature = dot(moved, turned);
        if (curvature > 1e-14 * norm(moved) * norm(turned)) {
            update(moved, turned, curvature);
        }
        point = next;
        gradient = nextGradient.clone();
        value = nextValue;
    }

    /** H ← (I - ρ s yᵀ) H (I - ρ y sᵀ) + ρ s sᵀ. */
    private void update(double[] moved, double[] turned, double curvature) {
        var bent = new double[size];
        Arrays.setAll(bent, i -> dot(inverse[i], turned));
        double factor = (1 + dot(turned, bent) / curvature) / curvature;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                inverse[i][j] += factor * moved[i] * moved[j] - (bent[i] * moved[j] + moved[i] * bent[j]) / curvature;
            }
        }
    }

    private double evaluate(double[] at, double[] byLogarithm) {
        progress.check();
        var parameters = parameters(at);
        double found = objective.at(parameters, byLogarithm);
        for (int i = 0; i < size; i++) {
            byLogarithm[i] *= parameters[i];
        }
        return Double.isNaN(found) ? Double.POSITIVE_INFINITY : found;
    }

    private double[] parameters(double[] at) {
        return Arrays.stream(at).map(Math::exp).toArray();
    }

    private static double[][] identity(int size) {
        var identity = new double[size][size];
        for (int i = 0; i < size; i++) {
            identity[i][i] = 1;
        }
        return identity;
    }

    private static double[] difference(double[] left, double[] right) {
        var difference = new double[left.length];
        Arrays.setAll(difference, i -> left[i] - right[i]);
        return difference;
    }

    private static double[] scaled(double[] vector, double factor) {
        return Arrays.stream(vector).map(x -> x * factor).toArray();
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }

    private static double norm(double[] vector) {
        return Math.sqrt(dot(vector, vector));
    }
}
