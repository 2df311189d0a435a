package corymb.clustering;

import corymb.table.NumberColumn;
import corymb.work.Problem;
import java.util.Arrays;
import java.util.stream.IntStream;

/** How much each row counts when groups are looked for: as if it were there so many times. */
public final class Weights {
    /** Every row counts once. */
    public static final Weights EVEN = new Weights();

    /** Sums of as many of them as there may be rows are still exact enough. */
    private static final double LARGEST = 1e9;

    private final double[] values;

    private Weights(double... values) {
        this.values = values;
    }

    /**
     * What a column says; a row of which it says nothing does not count.
     *
     * @throws corymb.work.Failure when a number is below 0 or too large, or none is above 0
     */
    public static Weights of(NumberColumn column) {
        var values = new double[column.size()];
        Arrays.setAll(values, row -> column.isMissing(row) ? 0 : column.get(row));
        if (Arrays.stream(values).anyMatch(weight -> !(weight >= 0 && weight <= LARGEST))) {
            throw unusable(column.name(), "has values below 0 or above a thousand million");
        }
        if (Arrays.stream(values).noneMatch(weight -> weight > 0)) {
            throw unusable(column.name(), "is above 0 for no customer");
        }
        return of(values);
    }

    /** These, from 0, one a row. */
    static Weights of(double... values) {
        return Arrays.stream(values).allMatch(weight -> weight == 1) ? EVEN : new Weights(values.clone());
    }

    private static RuntimeException unusable(String feature, String why) {
        return new Problem(
                        "The feature “" + feature + "” " + why + ", so customers cannot be weighed by it.",
                        "weight",
                        "Weigh them by another feature, or by none.")
                .asFailure();
    }

    boolean isEven() {
        return values.length == 0;
    }

    double of(int row) {
        return isEven() ? 1 : values[row];
    }

    /** Those of the rows at these places. */
    Weights rows(int... places) {
        return isEven() ? this : of(Arrays.stream(places).mapToDouble(this::of).toArray());
    }

    /** The places of those of the first {@code count} rows that count at all. */
    int[] counting(int count) {
        return IntStream.range(0, count).filter(row -> of(row) > 0).toArray();
    }

    /** What so many rows count together. */
    double total(int count) {
        return isEven() ? count : Arrays.stream(values).sum();
    }
}
