package corymb.preparation;

import corymb.stats.Seed;
import corymb.work.Parallel;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The largest eigenvalues of a symmetric matrix and their directions.
 *
 * <p>A small matrix is turned until it is diagonal (Jacobi); of a large one, a few more directions than are wanted are multiplied
 * by it and turned within their own space until the wanted ones rest (subspace iteration with Rayleigh–Ritz).
 *
 * <p>Reference: G. H. Golub, C. F. Van Loan, Matrix Computations (2013), sections 8.5 and 8.2.4, ISBN 978-1-4214-0794-4. Cost:
 * O(size³) up to {@value #LARGEST_WHOLE} columns, O(size²) a round above. Assumes: a positive semi-definite matrix.
 */
final class SymmetricEigen {
    private static final int LARGEST_WHOLE = 64;
    private static final int SPARE = 16;
    private static final int MOST_ROUNDS = 1_000;
    private static final int MOST_SWEEPS = 60;
    private static final double REST = 1e-10;

    private final double[] values;
    private final double[][] directions;

    private SymmetricEigen(double[] values, double[][] directions) {
        this.values = values;
        this.directions = directions;
    }

    /** The {@code wanted} largest, at most as many as the matrix has columns. */
    static SymmetricEigen of(double[][] matrix, int wanted, Progress progress) {
        return matrix.length <= LARGEST_WHOLE ? whole(matrix) : largest(matrix, wanted, progress);
    }

    /** An eigenvalue, the largest first. */
    double value(int place) {
        return values[place];
    }

    /** Its direction, of length 1, with a positive entry where it is largest. */
    List<Double> direction(int place) {
        return Arrays.stream(directions[place]).boxed().toList();
    }

    private static SymmetricEigen whole(double[][] matrix) {
        int size = matrix.length;
        var a = Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
        var turned = new double[size][size];
        Arrays.setAll(turned, i -> unit(size, i));
        for (int sweep = 0; sweep < MOST_SWEEPS && !isDiagonal(a); sweep++) {
            for (int p = 0; p < size - 1; p++) {
                for (int q = p + 1; q < size; q++) {
                    turn(a, turned, p, q);
                }
            }
        }
        var order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -a[i][i]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new SymmetricEigen(
                Arrays.stream(order).mapToDouble(i -> Math.max(0, a[i][i])).toArray(),
                Arrays.stream(order).mapToObj(i -> signed(turned[i])).toArray(double[][]::new));
    }

    private static double[] unit(int size, int at) {
        var unit = new double[size];
        unit[at] = 1;
        return unit;
    }

    private static boolean isDiagonal(double[][] a) {
        double off = 0;
        double all = 0;
        for (int row = 0; row < a.length; row++) {
            for (int column = 0; column < a.length; column++) {
                double square = a[row][column] * a[row][column];
                all += square;
                off += row == column ? 0 : square;
            }
        }
        return off <= all * 1e-30;
    }

    /** Turns two axes so that they no longer vary together. */
    private static void turn(double[][] a, double[][] turned, int p, int q) {
        if (a[p][q] == 0) {
            return;
        }
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double tangent = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double cosine = 1 / Math.sqrt(tangent * tangent + 1);
        double sine = tangent * cosine;
        for (var row : a) {
            double atP = row[p];
            row[p] = cosine * atP - sine * row[q];
            row[q] = sine * atP + cosine * row[q];
        }
        turnRows(a[p], a[q], cosine, sine);
        turnRows(turned[p], turned[q], cosine, sine);
    }

    private static void turnRows(double[] p, double[] q, double cosine, double sine) {
        for (int i = 0; i < p.length; i++) {
            double atP = p[i];
            p[i] = cosine * atP - sine * q[i];
            q[i] = sine * atP + cosine * q[i];
        }
    }

    private static SymmetricEigen largest(double[][] matrix, int wanted, Progress progress) {
        int size = matrix.length;
        var chance = new Seed(1).derive("eigenvectors").generator();
        var basis = new double[Math.min(size, wanted + SPARE)][];
        Arrays.setAll(
                basis,
                _ -> IntStream.range(0, size)
                        .mapToDouble(_ -> chance.nextGaussian())
                        .toArray());
        orthonormalise(basis);
        for (int round = 0; ; round++) {
            progress.report(1 - 10.0 / (10 + round), "Finding the main directions");
            var image = times(matrix, basis, progress);
            var small = whole(products(basis, image));
            var ritz = combined(small, basis);
            var imageOfRitz = combined(small, image);
            if (round == MOST_ROUNDS || isAtRest(small, ritz, imageOfRitz, wanted)) {
                return new SymmetricEigen(
                        small.values,
                        Arrays.stream(ritz).map(SymmetricEigen::signed).toArray(double[][]::new));
            }
            basis = imageOfRitz;
            orthonormalise(basis);
        }
    }

    private static double[][] times(double[][] matrix, double[][] basis, Progress progress) {
        var image = new double[basis.length][matrix.length];
        Parallel.forBlocks(matrix.length, 64, progress, (_, from, to) -> {
            for (int row = from; row < to; row++) {
                for (int i = 0; i < basis.length; i++) {
                    image[i][row] = dot(matrix[row], basis[i]);
                }
            }
        });
        return image;
    }

    private static double[][] products(double[][] basis, double[][] image) {
        var products = new double[basis.length][basis.length];
        for (int i = 0; i < basis.length; i++) {
            for (int j = 0; j <= i; j++) {
                products[i][j] = (dot(basis[i], image[j]) + dot(basis[j], image[i])) / 2;
                products[j][i] = products[i][j];
            }
        }
        return products;
    }

    private static double[][] combined(SymmetricEigen small, double[][] vectors) {
        var combined = new double[vectors.length][vectors[0].length];
        for (int i = 0; i < vectors.length; i++) {
            for (int j = 0; j < vectors.length; j++) {
                add(combined[i], small.directions[i][j], vectors[j]);
            }
        }
        return combined;
    }

    private static boolean isAtRest(SymmetricEigen small, double[][] ritz, double[][] image, int wanted) {
        double most = 0;
        for (int i = 0; i < wanted; i++) {
            var rest = image[i].clone();
            add(rest, -small.values[i], ritz[i]);
            most = Math.max(most, dot(rest, rest));
        }
        return Math.sqrt(most) <= REST * small.values[0];
    }

    /** Gram–Schmidt, twice, which is enough; a direction that is left with nothing is taken out by making it 0. */
    private static void orthonormalise(double[][] basis) {
        for (int i = 0; i < basis.length; i++) {
            double before = Math.sqrt(dot(basis[i], basis[i]));
            for (int again = 0; again < 2; again++) {
                for (int j = 0; j < i; j++) {
                    add(basis[i], -dot(basis[i], basis[j]), basis[j]);
                }
            }
            double length = Math.sqrt(dot(basis[i], basis[i]));
            double scale = length > before * 1e-12 ? 1 / length : 0;
            var direction = basis[i];
            Arrays.setAll(direction, at -> direction[at] * scale);
        }
    }

    private static void add(double[] to, double times, double[] from) {
        for (int i = 0; i < to.length; i++) {
            to[i] += times * from[i];
        }
    }

    /** The sum of the products, always in the same order. */
    static double dot(double[] one, double[] other) {
        double a = 0, b = 0, c = 0, d = 0;
        int i = 0;
        for (; i + 3 < one.length; i += 4) {
            a += one[i] * other[i];
            b += one[i + 1] * other[i + 1];
            c += one[i + 2] * other[i + 2];
            d += one[i + 3] * other[i + 3];
        }
        for (; i < one.length; i++) {
            a += one[i] * other[i];
        }
        return (a + b) + (c + d);
    }

    private static double[] signed(double[] direction) {
        int largest = 0;
        for (int i = 1; i < direction.length; i++) {
            largest = Math.abs(direction[i]) > Math.abs(direction[largest]) ? i : largest;
        }
        double sign = direction[largest] < 0 ? -1 : 1;
        return Arrays.stream(direction).map(entry -> sign * entry + 0.0).toArray();
    }
}
