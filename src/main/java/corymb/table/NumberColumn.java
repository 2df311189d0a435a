package corymb.table;

import java.math.BigDecimal;

/** A column of numbers or booleans (1 and 0); a missing value is NaN. Whole numbers are exact up to 2^53. */
public final class NumberColumn implements Column {
    private final String name;
    private final ColumnType type;
    private final double[] values;

    public NumberColumn(String name, ColumnType type, double... values) {
        this.name = name;
        this.type = type;
        this.values = values.clone();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ColumnType type() {
        return type;
    }

    @Override
    public int size() {
        return values.length;
    }

    public double get(int row) {
        return values[row];
    }

    @Override
    public boolean isMissing(int row) {
        return Double.isNaN(values[row]);
    }

    @Override
    public String text(int row) {
        if (isMissing(row)) {
            return "";
        }
        double value = values[row];
        return switch (type) {
            case BOOLEAN -> value == 0 ? "false" : "true";
            case INTEGER -> Long.toString((long) value);
            case DECIMAL, TEXT, DATE, TIMESTAMP -> Double.isInfinite(value) ? Double.toString(value) : plain(value);
        };
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : BigDecimal.valueOf(value).toPlainString();
    }
}
