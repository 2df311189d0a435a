package corymb.world;

import corymb.stats.Seed;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * Draws from the distributions that behaviour is made of.
 *
 * <p>Every function comes from StrictMath, so that a world is the same to the byte on every machine.
 */
final class Chance {
    private final RandomGenerator random;

    Chance(Seed seed) {
        random = seed.generator();
    }

    double uniform() {
        return random.nextDouble();
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /** A whole number from 0 to before {@code bound}. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** A whole number from {@code low} to {@code high}, both included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A standard normal number, by the polar form of Box and Muller's method. */
    double normal() {
        while (true) {
            double x = 2 * uniform() - 1;
            double y = 2 * uniform() - 1;
            double square = x * x + y * y;
            if (square > 0 && square < 1) {
                return x * Math.sqrt(-2 * StrictMath.log(square) / square);
            }
        }
    }

    double exponential(double mean) {
        return -mean * StrictMath.log(1 - uniform());
    }

    /**
     * A gamma number of the given shape and mean.
     *
     * <p>Reference: Marsaglia and Tsang, A simple method for generating gamma variables, 2000, doi:10.1145/358407.358414.
     */
    double gamma(double shape, double mean) {
        double lift = shape < 1 ? StrictMath.pow(1 - uniform(), 1 / shape) : 1;
        double d = (shape < 1 ? shape + 1 : shape) - 1.0 / 3;
        while (true) {
            double x = normal();
            double v = StrictMath.pow(Math.max(0, 1 + x / Math.sqrt(9 * d)), 3);
            if (v > 0 && StrictMath.log(1 - uniform()) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
                return d * v * lift * mean / shape;
            }
        }
    }

    /** A Poisson count, by adding up exponential gaps. */
    int poisson(double mean) {
        int count = 0;
        for (double at = exponential(1); at < mean; at += exponential(1)) {
            count++;
        }
        return count;
    }

    /** How often something with this probability happens before it first does not, at most {@code limit} times. */
    int runOf(double probability, int limit) {
        int count = 0;
        while (count < limit && happens(probability)) {
            count++;
        }
        return count;
    }

    /** An index, drawn in proportion to the weights. */
    int weighted(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = uniform() * sum;
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /** A choice, drawn in proportion to its weight. */
    <T> T weighted(List<T> choices, ToDoubleFunction<T> weight) {
        return choices.get(weighted(choices.stream().mapToDouble(weight).toArray()));
    }
}
