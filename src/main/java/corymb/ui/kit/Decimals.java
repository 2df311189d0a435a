package corymb.ui.kit;

import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Table;
import java.util.HashMap;
import java.util.Map;

/** How many decimals the numbers of each column are written with, so that their points stand under each other. */
final class Decimals {
    private static final int MOST = 8;
    private static final int FIGURES = 5;
    private static final double[] TENS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8};

    private final Map<String, Integer> byColumn;

    private Decimals(Map<String, Integer> byColumn) {
        this.byColumn = byColumn;
    }

    static Decimals none() {
        return new Decimals(Map.of());
    }

    /** As many as a page of rows needs, at most so many that its largest numbers have {@value #FIGURES} figures. */
    static Decimals of(Table page) {
        var needed = new HashMap<String, Integer>();
        for (var column : page.columns()) {
            if (column instanceof NumberColumn numbers && numbers.type() == ColumnType.DECIMAL) {
                needed.put(numbers.name(), of(numbers));
            }
        }
        return new Decimals(needed);
    }

    /** As many as either needs. */
    Decimals with(Decimals other) {
        var both = new HashMap<>(byColumn);
        other.byColumn.forEach((column, decimals) -> both.merge(column, decimals, Math::max));
        return new Decimals(both);
    }

    int of(String column) {
        return byColumn.getOrDefault(column, 0);
    }

    /** None for a whole number, else as many as its column has. */
    static int forOne(double value, int most) {
        return isWhole(value) ? 0 : most;
    }

    private static int of(NumberColumn column) {
        double largest = 0;
        int needed = 0;
        for (int row = 0; row < column.size(); row++) {
            double value = Math.abs(column.get(row));
            if (Double.isFinite(value)) {
                largest = Math.max(largest, value);
                needed = needed(value, needed);
            }
        }
        int whole = largest == 0 ? 1 : (int) Math.floor(Math.log10(largest)) + 1;
        return Math.min(needed, Math.clamp(FIGURES - whole, largest >= 1 ? 2 : 0, MOST));
    }

    /** The fewest decimals, from {@code least} on, that write a number as it is. */
    private static int needed(double value, int least) {
        int decimals = least;
        while (decimals < MOST && !isWhole(value * TENS[decimals])) {
            decimals++;
        }
        return decimals;
    }

    private static boolean isWhole(double value) {
        return Math.abs(value - Math.rint(value)) <= 1e-9 * Math.max(1, value);
    }
}
