package corymb.clustering;

import corymb.stats.Scaling;
import corymb.stats.StandardNormal;
import corymb.table.Matrix;
import java.util.Arrays;
import java.util.Comparator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Rows without groups that otherwise are like given ones: each column is skewed, flat or long-tailed as theirs but has a single heap,
 * and the columns go together as theirs do.
 *
 * <p>The ranks go together as those of a normal distribution with the correlations of the rows' normal scores (a Gaussian copula); each
 * column is {@link Unimodal}. A rank has the normal score of its share of all, less half a row (A. Hazen, Transactions of the ASCE 77, 1914).
 *
 * <p>Reference: R. B. Nelsen, An introduction to copulas (2006), doi:10.1007/0-387-28678-0. Cost: that of {@link NormalCloud}, and a sort of each column.
 */
final class UnimodalCloud {
    private final NormalCloud scores;
    private final Unimodal[] columns;

    private UnimodalCloud(NormalCloud scores, Unimodal... columns) {
        this.scores = scores;
        this.columns = columns;
    }

    static UnimodalCloud of(Matrix rows) {
        int width = rows.columnCount();
        var columns = new Unimodal[width];
        var scores = new double[rows.rowCount() * width];
        for (int column = 0; column < width; column++) {
            var values = Scaler.column(rows, column);
            columns[column] = Unimodal.of(values);
            var normal = scores(values);
            for (int row = 0; row < normal.length; row++) {
                scores[row * width + column] = normal[row];
            }
        }
        var alike = Scaler.scale(new Matrix(rows.columnNames(), scores), Scaling.STANDARD);
        return new UnimodalCloud(NormalCloud.of(alike.matrix()), columns);
    }

    /** Of equal values the middle of their ranks. */
    private static double[] scores(double... values) {
        var order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> values[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        var scores = new double[values.length];
        for (int from = 0; from < order.length; ) {
            int to = from + 1;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            double score = StandardNormal.quantile((from + to) / 2.0 / order.length);
            for (int place = from; place < to; place++) {
                scores[order[place]] = score;
            }
            from = to;
        }
        return scores;
    }

    /** So many rows at random. */
    Matrix draw(int rows, RandomGenerator chance) {
        var drawn = scores.draw(rows, chance);
        var values = new double[rows * columns.length];
        Arrays.setAll(
                values,
                at -> columns[at % columns.length].quantile(
                        StandardNormal.cumulative(drawn.get(at / columns.length, at % columns.length))));
        return new Matrix(drawn.columnNames(), values);
    }
}
