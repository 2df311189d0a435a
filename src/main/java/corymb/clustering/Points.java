package corymb.clustering;

import corymb.table.Matrix;
import corymb.work.Parallel;
import corymb.work.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rows of a matrix in single precision and column by column, centred and shrunk to one unit: the form the kernel works on.
 *
 * <p>Columns lie in arrays of their own and are filled up with zeros to a multiple of four, so that every inner loop runs along
 * the rows with one index, the form the just-in-time compiler turns into vector instructions.
 */
final class Points {
    private static final int BLOCK = 2_048;
    /** Squares of it still fit into a float. */
    private static final float FARTHEST = 1e15f;

    private final float[][] columns;
    private final int count;
    private final int dimensions;
    private final double meanVariance;
    private final double[] middle;
    private final double unit;
    private final Weights weights;

    private Points(float[][] columns, int count, double[] middle, double unit) {
        this.columns = columns;
        this.count = count;
        this.dimensions = middle.length;
        this.middle = middle;
        this.unit = unit;
        this.weights = Weights.EVEN;
        this.meanVariance = meanVariance(columns, count, dimensions);
    }

    private Points(Points unweighted, Weights weights) {
        this.columns = unweighted.columns;
        this.count = unweighted.count;
        this.dimensions = unweighted.dimensions;
        this.middle = unweighted.middle;
        this.unit = unweighted.unit;
        this.weights = weights;
        this.meanVariance = unweighted.meanVariance;
    }

    static Points of(Subjects subjects, Progress progress) {
        return of(subjects.scaled(), progress).weighing(subjects.weights());
    }

    /** The same rows, counting as much as this. */
    Points weighing(Weights other) {
        return new Points(this, other);
    }

    static Points of(Matrix matrix, Progress progress) {
        var extents = extents(matrix, progress);
        double[] means = Arrays.stream(extents).mapToDouble(Extent::mean).toArray();
        requireFinite(matrix.columnNames(), means);
        double most = Arrays.stream(extents).mapToDouble(Extent::farthest).max().orElse(0);
        // One over less is infinite.
        return of(matrix, means, most >= Double.MIN_NORMAL ? most : 1, progress);
    }

    /** Rows in the form that others had, whose means and unit these are; what lies absurdly far off is drawn in to where it can be measured. */
    static Points of(Matrix matrix, double[] means, double unit, Progress progress) {
        int rows = matrix.rowCount();
        int dimensions = matrix.columnCount();
        var columns = new float[padded(dimensions)][];
        Arrays.fill(columns, dimensions, columns.length, new float[dimensions == columns.length ? 0 : rows]);
        for (int column = 0; column < dimensions; column++) {
            columns[column] = new float[rows];
        }
        double share = 1 / unit;
        Parallel.forBlocks(rows, BLOCK, progress, (_, from, to) -> {
            for (int column = 0; column < dimensions; column++) {
                double mean = means[column];
                var values = columns[column];
                for (int row = from; row < to; row++) {
                    values[row] = drawnIn((float) ((matrix.get(row, column) - mean) * share));
                }
            }
        });
        return new Points(columns, rows, means, unit);
    }

    /** Not by min and max, which the compiler makes five times as long of here. */
    private static float drawnIn(float value) {
        return value > FARTHEST ? FARTHEST : value < -FARTHEST ? -FARTHEST : value;
    }

    private static Extent[] extents(Matrix matrix, Progress progress) {
        int dimensions = matrix.columnCount();
        var blocks = new Extent[Parallel.blocks(matrix.rowCount(), BLOCK)][dimensions];
        Parallel.forBlocks(matrix.rowCount(), BLOCK, progress, (block, from, to) -> {
            for (int column = 0; column < dimensions; column++) {
                blocks[block][column] = Extent.of(matrix, column, from, to);
            }
        });
        var extents = new Extent[dimensions];
        Arrays.fill(extents, Extent.NOTHING);
        for (var block : blocks) {
            Arrays.setAll(extents, column -> extents[column].with(block[column]));
        }
        return extents;
    }

    /** Where the values of a column lie; their mean is gathered in parts of their number, so that it cannot overflow. */
    private record Extent(double mean, double low, double high) {
        static final Extent NOTHING = new Extent(0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

        static Extent of(Matrix matrix, int column, int from, int to) {
            double share = 1.0 / matrix.rowCount();
            double mean = 0;
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int row = from; row < to; row++) {
                double value = matrix.get(row, column);
                mean += value * share;
                low = value < low ? value : low;
                high = value > high ? value : high;
            }
            return new Extent(mean, low, high);
        }

        Extent with(Extent other) {
            return new Extent(mean + other.mean, Math.min(low, other.low), Math.max(high, other.high));
        }

        /** As far as a value is from the mean at most. */
        double farthest() {
            return Math.max(high - mean, mean - low);
        }
    }

    private static void requireFinite(List<String> names, double... means) {
        for (int column = 0; column < means.length; column++) {
            if (!Double.isFinite(means[column])) {
                throw Rows.unusable(names.get(column), means[column]);
            }
        }
    }

    private static int padded(int dimensions) {
        return Math.ceilDiv(dimensions, 4) * 4;
    }

    private static double meanVariance(float[][] columns, int count, int dimensions) {
        var squares = new double[Parallel.blocks(count, BLOCK)];
        Parallel.forBlocks(count, BLOCK, Progress.NONE, (block, from, to) -> {
            for (int column = 0; column < columns.length; column += 4) {
                squares[block] += squares(columns, column, from, to);
            }
        });
        return Arrays.stream(squares).reduce(0, Double::sum) / Math.max(1, count) / dimensions;
    }

    private static double squares(float[][] columns, int column, int from, int to) {
        float[] a = columns[column], b = columns[column + 1], c = columns[column + 2], d = columns[column + 3];
        double sum = 0;
        for (int row = from; row < to; row++) {
            double atA = a[row], atB = b[row], atC = c[row], atD = d[row];
            sum += (atA * atA + atB * atB) + (atC * atC + atD * atD);
        }
        return sum;
    }

    /** The given rows alone. */
    Points rows(int[] rows) {
        var chosen = new float[columns.length][];
        for (int column = 0; column < dimensions; column++) {
            chosen[column] = new float[rows.length];
            for (int i = 0; i < rows.length; i++) {
                chosen[column][i] = columns[column][rows[i]];
            }
        }
        Arrays.fill(chosen, dimensions, chosen.length, new float[rows.length]);
        return new Points(chosen, rows.length, middle, unit).weighing(weights.rows(rows));
    }

    /** How rows find their cluster where it is the one with the nearest of these centres. */
    Belonging nearestOf(double[]... centres) {
        return new Belonging.NearestCentre(
                Belonging.list(middle),
                unit,
                IntStream.range(0, centres.length)
                        .mapToObj(cluster ->
                                new Belonging.NearestCentre.Centre(cluster, Belonging.list(centres[cluster])))
                        .toList());
    }

    /** Places among the rows in the form that these have. */
    double[][] places(Matrix among) {
        var others = of(among, middle, unit, Progress.NONE);
        return IntStream.range(0, others.count).mapToObj(others::row).toArray(double[][]::new);
    }

    int count() {
        return count;
    }

    boolean isEven() {
        return weights.isEven();
    }

    /** How much a row counts. */
    double weight(int row) {
        return weights.of(row);
    }

    int dimensions() {
        return dimensions;
    }

    /** The mean over the columns of their mean square. */
    double meanVariance() {
        return meanVariance;
    }

    double value(int row, int column) {
        return columns[column][row];
    }

    double[] row(int row) {
        var values = new double[dimensions];
        for (int column = 0; column < dimensions; column++) {
            values[column] = columns[column][row];
        }
        return values;
    }

    /** Room for so many rows, column by column. */
    float[][] space(int rows) {
        var space = new float[columns.length][];
        Arrays.fill(space, dimensions, space.length, new float[rows]);
        for (int column = 0; column < dimensions; column++) {
            space[column] = new float[rows];
        }
        return space;
    }

    /** Copies the first {@code count} of these rows, which are in order, to the beginning of {@code space}. */
    void copy(int[] rows, int count, float[][] space) {
        boolean areTogether = count > 0 && rows[count - 1] - rows[0] == count - 1;
        for (int column = 0; column < dimensions; column++) {
            if (areTogether) {
                System.arraycopy(columns[column], rows[0], space[column], 0, count);
            } else {
                gather(columns[column], rows, count, space[column]);
            }
        }
    }

    private static void gather(float[] values, int[] rows, int count, float[] into) {
        for (int i = 0; i < count; i++) {
            into[i] = values[rows[i]];
        }
    }

    /** Writes the squared distances of the rows {@code from} to before {@code to} into {@code squares} at their own index. */
    void squaredDistances(double[] centre, float[] squares, int from, int to) {
        squaredDistances(columns, centre, squares, from, to);
    }

    /** The same of rows that lie in {@link #space}. */
    static void squaredDistances(float[][] columns, double[] centre, float[] squares, int from, int to) {
        for (int column = 0; column < columns.length; column += 4) {
            var four = new float[4];
            for (int i = 0; i < Math.min(4, centre.length - column); i++) {
                four[i] = (float) centre[column + i];
            }
            var values = Arrays.copyOfRange(columns, column, column + 4);
            if (column == 0) {
                setSquares(values, four, squares, from, to);
            } else {
                addSquares(values, four, squares, from, to);
            }
        }
    }

    private static void setSquares(float[][] columns, float[] centre, float[] squares, int from, int to) {
        float[] a = columns[0], b = columns[1], c = columns[2], d = columns[3];
        float atA = centre[0], atB = centre[1], atC = centre[2], atD = centre[3];
        for (int i = from; i < to; i++) {
            float offA = a[i] - atA, offB = b[i] - atB, offC = c[i] - atC, offD = d[i] - atD;
            squares[i] = (offA * offA + offB * offB) + (offC * offC + offD * offD);
        }
    }

    private static void addSquares(float[][] columns, float[] centre, float[] squares, int from, int to) {
        float[] a = columns[0], b = columns[1], c = columns[2], d = columns[3];
        float atA = centre[0], atB = centre[1], atC = centre[2], atD = centre[3];
        for (int i = from; i < to; i++) {
            float offA = a[i] - atA, offB = b[i] - atB, offC = c[i] - atC, offD = d[i] - atD;
            squares[i] = squares[i] + ((offA * offA + offB * offB) + (offC * offC + offD * offD));
        }
    }

    /** Leaves with a problem where there are fewer distinct rows than clusters. */
    void requireDistinctRows(int clusters) {
        Rows.requireDistinct(count, clusters, this::key);
    }

    private List<Float> key(int row) {
        var key = new Float[dimensions];
        for (int column = 0; column < dimensions; column++) {
            key[column] = columns[column][row] + 0f;
        }
        return List.of(key);
    }
}
