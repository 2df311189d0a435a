package corymb.quality;

import corymb.sql.Sql;
import corymb.table.ColumnType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A figure of one column that is computed in the one pass over all columns. */
enum Statistic {
    PRESENT,
    MEASURABLE,
    DISTINCT,
    LOW,
    HIGH,
    MEAN,
    DEVIATION,
    QUANTILES,
    SHORTEST,
    MEAN_LENGTH,
    LONGEST;

    /** The shares of the quantiles that are taken. */
    static final List<Double> SHARES = List.of(0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99);

    /** Squares of greater numbers, summed, leave the range of a double. */
    private static final String GREATEST = "1e145";

    /** The figures that make sense for a type. */
    static List<Statistic> of(ColumnType type) {
        return Arrays.stream(values()).filter(statistic -> statistic.fits(type)).toList();
    }

    private boolean fits(ColumnType type) {
        return switch (this) {
            case PRESENT, DISTINCT, LOW, HIGH, MEASURABLE -> true;
            case MEAN, DEVIATION, QUANTILES -> type.isNumeric();
            case SHORTEST, MEAN_LENGTH, LONGEST -> type == ColumnType.TEXT;
        };
    }

    /**
     * The aggregate that computes it; quantiles are estimates, which need not hold all values in memory.
     *
     * @param all the values
     * @param measured those of them that lie on a scale
     */
    String of(String all, String measured) {
        return switch (this) {
            case PRESENT -> "count(" + all + ")";
            case MEASURABLE -> "count(" + measured + ")";
            case DISTINCT -> "approx_count_distinct(" + all + ")";
            case LOW -> "min(" + measured + ")";
            case HIGH -> "max(" + measured + ")";
            case MEAN -> "cast(avg(" + measured + ") as double)";
            case DEVIATION -> "cast(stddev_samp(" + measured + ") as double)";
            case QUANTILES -> quantiles(measured);
            case SHORTEST -> "min(length(" + all + "))";
            case MEAN_LENGTH -> "avg(length(" + all + "))";
            case LONGEST -> "max(length(" + all + "))";
        };
    }

    private static String quantiles(String name) {
        var shares = SHARES.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
        return "approx_quantile(cast(" + name + " as double), " + shares + ")";
    }

    /** The value where it lies on a scale, else null; decided once, which is cheaper than a filter of each aggregate. */
    static String measured(String column, ColumnType type) {
        return type == ColumnType.DECIMAL || type.isTemporal()
                ? "case when " + measurable(column, type) + " then " + Sql.name(column) + " end"
                : Sql.name(column);
    }

    /** The condition under which a value lies on a scale: infinity and its like have no place in a mean or a histogram. */
    static String measurable(String column, ColumnType type) {
        var name = Sql.name(column);
        return switch (type) {
            case DECIMAL -> "abs(" + name + ") < " + GREATEST;
            case DATE, TIMESTAMP -> "isfinite(" + name + ")";
            case INTEGER, BOOLEAN, TEXT -> name + " is not null";
        };
    }
}
