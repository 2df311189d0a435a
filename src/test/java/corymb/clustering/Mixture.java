package corymb.clustering;

import corymb.stats.Seed;
import corymb.table.Matrix;
import java.util.List;
import java.util.stream.IntStream;

/** Rows drawn from round normal groups of equal weight. */
public final class Mixture {
    private Mixture() {}

    /** Rows with variance 1 round group centres with variance {@code separation²} in each column. */
    public static Matrix of(int rows, int columns, int groups, double separation) {
        return of(rows, columns, groups, separation, new Seed(5));
    }

    static Matrix of(int rows, int columns, int groups, double separation, Seed seed) {
        var chance = seed.generator();
        var centres = new double[groups * columns];
        for (int i = 0; i < centres.length; i++) {
            centres[i] = chance.nextGaussian() * separation;
        }
        var values = new double[rows * columns];
        for (int row = 0; row < rows; row++) {
            int group = chance.nextInt(groups);
            for (int column = 0; column < columns; column++) {
                values[row * columns + column] = centres[group * columns + column] + chance.nextGaussian();
            }
        }
        return new Matrix(names(columns), values);
    }

    static List<String> names(int columns) {
        return IntStream.rangeClosed(1, columns)
                .mapToObj(column -> "x" + column)
                .toList();
    }
}
