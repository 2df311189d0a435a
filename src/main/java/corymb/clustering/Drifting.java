package corymb.clustering;

import corymb.stats.Spread;
import corymb.table.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tells how far centres moved, and how far they hardly ever move by chance.
 *
 * <p>The means of two draws of customers differ, squared and over all columns, by the sum of their variances in the cluster over how
 * many there were and are, and this itself varies by the root of twice the sum of the squares of its parts (as a sum of squares of
 * normal deviates); four times that on top is hardly ever passed, whichever cluster is looked at. Cost: O(rows x columns).
 *
 * @param spreads of each column over all rows
 * @param variances of each column in each cluster, cluster after cluster, in squares of those
 */
record Drifting(List<Spread> spreads, List<Double> variances) {
    private static final double HARDLY_EVER = 4;

    static Drifting of(Matrix rows, Assignments clusters) {
        var spreads = IntStream.range(0, rows.columnCount())
                .mapToObj(column -> Spread.standard(Scaler.column(rows, column)))
                .toList();
        return new Drifting(spreads, variances(rows, clusters, spreads));
    }

    private static List<Double> variances(Matrix rows, Assignments clusters, List<Spread> spreads) {
        int columns = rows.columnCount();
        double[] centres = Centres.of(rows, clusters);
        var squares = new double[centres.length];
        for (int row = 0; row < rows.rowCount(); row++) {
            int first = clusters.get(row) * columns;
            for (int column = 0; first >= 0 && column < columns; column++) {
                double off = rows.get(row, column) - centres[first + column];
                squares[first + column] += off * off;
            }
        }
        var sizes = clusters.sizes();
        Arrays.setAll(squares, i -> {
            double width = spreads.get(i % columns).width();
            return width > 0 ? squares[i] / sizes.get(i / columns) / (width * width) : 0;
        });
        return Arrays.stream(squares).boxed().toList();
    }

    /** How far a cluster moved since. */
    Succession.Drift since(ClusterProfile before, ClusterProfile now) {
        double square = 0;
        double expected = 0;
        double varies = 0;
        for (int column = 0; column < spreads.size(); column++) {
            double width = spreads.get(column).width();
            double off = now.centre().get(column) - before.centre().get(column);
            double part =
                    variances.get(now.cluster() * spreads.size() + column) * (1.0 / now.size() + 1.0 / before.size());
            square += width > 0 ? off * off / (width * width) : 0;
            expected += part;
            varies += 2 * part * part;
        }
        double chance = Math.sqrt(expected + HARDLY_EVER * Math.sqrt(varies));
        return new Succession.Drift(now.cluster(), Math.sqrt(square), chance);
    }
}
