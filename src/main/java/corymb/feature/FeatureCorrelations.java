package corymb.feature;

import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.stats.Correlation;
import corymb.table.Matrix;
import corymb.work.Parallel;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which features of numbers go together, by Spearman's rank correlation: features of customers are skewed, and ranks do not mind.
 *
 * <p>Cost: one sort a feature and one pass a pair over a sample of at most 10,000 customers, always the same ones.
 *
 * @param coefficients one row and one column a feature, both in the order of its column names; 0 where too few customers have both
 * @param customers how many were looked at
 */
public record FeatureCorrelations(Matrix coefficients, long customers) {
    private static final int MOST_CUSTOMERS = 10_000;

    /** Only the first so many are compared: more would be neither read nor told apart. */
    public static final int MOST_FEATURES = 80;

    /** Two features and how far they go together, -1 to 1. */
    public record Pair(String one, String other, double coefficient) {}

    /** Measures every pair of those features that are numbers and vary; nothing where there are fewer than two. */
    public static Optional<FeatureCorrelations> of(Engine engine, Features features, Progress progress) {
        var names = features.summaries().stream()
                .filter(summary -> summary.type().isNumeric() && summary.minimum() < summary.maximum())
                .map(FeatureSummary::name)
                .limit(MOST_FEATURES)
                .toList();
        if (names.size() < 2) {
            return Optional.empty();
        }
        var table = engine.table(
                Sql.of("select " + Sql.names(names) + " from "
                        + features.table().quoted() + " order by hash(customer_id), customer_id limit "
                        + MOST_CUSTOMERS),
                progress);
        var columns =
                names.stream().map(name -> new Correlation(table.numbers(name))).toList();
        return Optional.of(
                new FeatureCorrelations(new Matrix(names, coefficients(columns, progress)), table.rowCount()));
    }

    private static double[] coefficients(List<Correlation> columns, Progress progress) {
        int size = columns.size();
        var values = new double[size * size];
        Parallel.forBlocks(size, 1, progress, "Comparing features", (row, _, _) -> {
            values[row * size + row] = 1;
            for (int column = row + 1; column < size; column++) {
                progress.check();
                double found = columns.get(row).spearman(columns.get(column));
                values[row * size + column] = Double.isNaN(found) ? 0 : found;
                values[column * size + row] = values[row * size + column];
            }
        });
        return values;
    }

    /** All pairs, those that go together most first. */
    public List<Pair> strongest() {
        var names = coefficients.columnNames();
        var pairs = new ArrayList<Pair>();
        for (int row = 0; row < names.size(); row++) {
            for (int column = row + 1; column < names.size(); column++) {
                pairs.add(new Pair(names.get(row), names.get(column), coefficients.get(row, column)));
            }
        }
        pairs.sort(Comparator.comparingDouble(pair -> -Math.abs(pair.coefficient())));
        return List.copyOf(pairs);
    }

    /** Whether there may be more features than were compared. */
    public boolean isCutShort() {
        return coefficients.columnCount() == MOST_FEATURES;
    }

    /** Whether a feature was compared with others. */
    public boolean compares(String name) {
        return coefficients.columnNames().contains(name);
    }

    /** The pairs with one feature, which comes first in each, those that go together most first. */
    public List<Pair> with(String name) {
        return strongest().stream()
                .filter(pair -> pair.one().equals(name) || pair.other().equals(name))
                .map(pair -> pair.one().equals(name) ? pair : new Pair(name, pair.one(), pair.coefficient()))
                .toList();
    }

    /** The same of those features alone that go together most with any other, at most so many. */
    public FeatureCorrelations closest(int most) {
        var names = strongest().stream()
                .flatMap(pair -> Stream.of(pair.one(), pair.other()))
                .distinct()
                .limit(most)
                .toList();
        var places = IntStream.range(0, coefficients.columnCount())
                .filter(place -> names.contains(coefficients.columnNames().get(place)))
                .toArray();
        var kept = IntStream.of(places)
                .boxed()
                .flatMapToDouble(row -> IntStream.of(places).mapToDouble(column -> coefficients.get(row, column)))
                .toArray();
        var shown =
                IntStream.of(places).mapToObj(coefficients.columnNames()::get).toList();
        return new FeatureCorrelations(new Matrix(shown, kept), customers);
    }
}
