package corymb.clustering;

import corymb.stats.Seed;
import corymb.table.Matrix;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;

/** Rows without any clusters. */
final class Noise {
    private Noise() {}

    static Matrix uniform(int rows, int columns) {
        return of(rows, columns, RandomGenerator::nextDouble);
    }

    static Matrix normal(int rows, int columns) {
        return of(rows, columns, RandomGenerator::nextGaussian);
    }

    private static Matrix of(int rows, int columns, ToDoubleFunction<RandomGenerator> value) {
        var chance = new Seed(1).generator();
        var values = DoubleStream.generate(() -> value.applyAsDouble(chance))
                .limit((long) rows * columns)
                .toArray();
        return new Matrix(Mixture.names(columns), values);
    }
}
