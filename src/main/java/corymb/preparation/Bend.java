package corymb.preparation;

import corymb.stats.StandardNormal;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A bent scale of numbers.
 *
 * <p>Reference: G. E. P. Box and D. R. Cox, An analysis of transformations, 1964, doi:10.1111/j.2517-6161.1964.tb00553.x; I.-K. Yeo and
 * R. A. Johnson, A new family of power transformations to improve normality or symmetry, 2000, doi:10.1093/biomet/87.4.954. Powers are those of the
 * largest likelihood; quantiles are those of scikit-learn's QuantileTransformer, at most a thousand.
 */
public sealed interface Bend extends DoubleUnaryOperator {
    /** The golden section. */
    double SECTION = (Math.sqrt(5) - 1) / 2;

    /** log(1 + value); below 0 it is mirrored, which only later rows can need. */
    record Logarithm() implements Bend {
        @Override
        public double applyAsDouble(double value) {
            return signedLogarithm(value);
        }
    }

    /** Box and Cox's power of a value above 0; a later one that is not is taken for the smallest there is. */
    record BoxCox(double power) implements Bend {
        public BoxCox {
            Sound.require(power);
        }

        @Override
        public double applyAsDouble(double value) {
            return raised(Math.log(Math.max(value, Double.MIN_NORMAL)), power);
        }
    }

    /** Yeo and Johnson's power. */
    record YeoJohnson(double power) implements Bend {
        public YeoJohnson {
            Sound.require(power);
        }

        @Override
        public double applyAsDouble(double value) {
            return eitherSign(signedLogarithm(value), power);
        }
    }

    /**
     * The place of a value among quantiles, 0 to 1.
     *
     * @param quantiles ascending, of equal steps
     * @param isNormal whether it is told as a value of the standard normal distribution
     */
    record Quantiles(List<Double> quantiles, boolean isNormal) implements Bend {
        private static final double LEAST = 1e-7;

        public Quantiles {
            quantiles = List.copyOf(quantiles);
            Sound.require(quantiles);
            Sound.require(!quantiles.isEmpty());
            for (int i = 1; i < quantiles.size(); i++) {
                Sound.require(quantiles.get(i - 1) <= quantiles.get(i));
            }
        }

        /** Of equal quantiles the middle of their places, as scikit-learn has it. */
        @Override
        public double applyAsDouble(double value) {
            double place = place(value);
            return isNormal ? StandardNormal.quantile(Math.clamp(place, LEAST, 1 - LEAST)) : place;
        }

        private double place(double value) {
            int last = quantiles.size() - 1;
            if (value <= quantiles.getFirst() || last == 0) {
                return 0;
            }
            if (value >= quantiles.getLast()) {
                return 1;
            }
            int below = first(value, false) - 1;
            int above = first(value, true);
            if (above - below > 1) {
                return (below + 1 + above - 1) / 2.0 / last;
            }
            double low = quantiles.get(below);
            return (below + (value - low) / (quantiles.get(above) - low)) / last;
        }

        /** The first quantile at or above a value, or the first above it. */
        private int first(double value, boolean isAbove) {
            int low = 0;
            int high = quantiles.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                double quantile = quantiles.get(middle);
                if (isAbove ? quantile > value : quantile >= value) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return low;
        }
    }

    private static double signedLogarithm(double value) {
        return Math.copySign(Math.log1p(Math.abs(value)), value);
    }

    /** (value^power - 1) / power by the value's logarithm, which it is itself where the power is 0. */
    private static double raised(double logarithm, double power) {
        return Math.abs(power) < 1e-12 ? logarithm : Math.expm1(power * logarithm) / power;
    }

    private static double eitherSign(double logarithm, double power) {
        return logarithm >= 0 ? raised(logarithm, power) : -raised(-logarithm, 2 - power);
    }

    /** The Box–Cox power of values above 0; 1, which changes nothing but where they lie, for those that do not vary. */
    static Bend boxCox(Progress progress, double... values) {
        var logarithms = Arrays.stream(values).map(Math::log).toArray();
        return new BoxCox(power(logarithms, Bend::raised, progress));
    }

    /** The Yeo–Johnson power of values. */
    static Bend yeoJohnson(Progress progress, double... values) {
        var logarithms = Arrays.stream(values).map(Bend::signedLogarithm).toArray();
        return new YeoJohnson(power(logarithms, Bend::eitherSign, progress));
    }

    /** The likeliest power; the likelihood has one peak, which a golden section finds. */
    private static double power(double[] logarithms, DoubleBinaryOperator bend, Progress progress) {
        var extremes = DoubleStream.of(logarithms).summaryStatistics();
        if (!(extremes.getMax() > extremes.getMin())) {
            return 1;
        }
        DoubleUnaryOperator likelihood = power -> {
            progress.check();
            return (power - 1) * extremes.getSum()
                    - logarithms.length / 2.0 * Math.log(variance(logarithms, bend, power));
        };
        double low = -8;
        double high = 8;
        double left = high - SECTION * (high - low);
        double right = low + SECTION * (high - low);
        double atLeft = likelihood.applyAsDouble(left);
        double atRight = likelihood.applyAsDouble(right);
        while (high - low > 1e-8) {
            if (!(atLeft < atRight)) {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - SECTION * (high - low);
                atLeft = likelihood.applyAsDouble(left);
            } else {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + SECTION * (high - low);
                atRight = likelihood.applyAsDouble(right);
            }
        }
        return (low + high) / 2;
    }

    private static double variance(double[] logarithms, DoubleBinaryOperator bend, double power) {
        var bent = new double[logarithms.length];
        double sum = 0;
        for (int i = 0; i < bent.length; i++) {
            bent[i] = bend.applyAsDouble(logarithms[i], power);
            sum += bent[i];
        }
        double mean = sum / bent.length;
        double squares = 0;
        for (double value : bent) {
            squares += (value - mean) * (value - mean);
        }
        return squares / bent.length;
    }

    /** The quantiles of sorted values. */
    static Bend quantiles(boolean isNormal, double... sorted) {
        int count = Math.min(1_000, sorted.length);
        var quantiles = IntStream.range(0, count)
                .mapToObj(i -> quantile(sorted, i, Math.max(1, count - 1)))
                .toList();
        return new Quantiles(quantiles, isNormal);
    }

    /** The quantile part / parts, in whole numbers: a place that is a value's own is told as that very value, so that equal ones stay equal. */
    private static double quantile(double[] sorted, int part, int parts) {
        long place = (long) part * (sorted.length - 1);
        int below = (int) (place / parts);
        long rest = place % parts;
        return rest == 0
                ? sorted[below]
                : sorted[below] + (sorted[below + 1] - sorted[below]) * ((double) rest / parts);
    }
}
