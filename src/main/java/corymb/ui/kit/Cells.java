package corymb.ui.kit;

import corymb.chart.Numbers;
import corymb.table.Column;
import corymb.table.ColumnType;
import corymb.table.Field;
import corymb.table.NumberColumn;
import corymb.table.TextColumn;
import corymb.table.TimeColumn;
import java.time.ZoneId;
import java.util.Locale;

/** How the values of a table are written in its cells. */
public final class Cells {
    private Cells() {}

    /** Whether the column names things rather than measuring them. */
    public static boolean isId(Field field) {
        var name = field.name().toLowerCase(Locale.ROOT);
        return (field.type() == ColumnType.TEXT || field.type() == ColumnType.INTEGER)
                && (name.equals("id") || name.endsWith("_id") || name.endsWith(" id"));
    }

    static boolean isRight(Field field) {
        return field.type().isNumeric() && !isId(field);
    }

    /** The whole value, where a cell has no room for it. */
    static String exact(Column column, int row) {
        return column instanceof NumberColumn numbers && numbers.type().isNumeric() && !column.isMissing(row)
                ? Numbers.local().exact(numbers.get(row))
                : column.text(row);
    }

    /**
     * What a cell shows.
     *
     * @param decimals how many decimals the numbers of the column have
     */
    static String text(Column column, int row, boolean isId, int decimals) {
        if (column.isMissing(row)) {
            return Numbers.MISSING;
        }
        if (isId) {
            return column.text(row);
        }
        return switch (column) {
            case TextColumn texts -> texts.text(row);
            case NumberColumn numbers -> number(numbers, row, decimals);
            case TimeColumn times ->
                times.type() == ColumnType.DATE
                        ? Numbers.local().date(times.date(row))
                        : Numbers.local().time(times.instant(row), ZoneId.systemDefault());
        };
    }

    private static String number(NumberColumn column, int row, int decimals) {
        if (column.type() == ColumnType.BOOLEAN) {
            return Texts.of(column.get(row) == 0 ? "table.no" : "table.yes");
        }
        double value = column.get(row);
        double least = Math.pow(10, -decimals);
        var numbers = Numbers.local();
        return value == 0 || Math.abs(value) >= least / 2
                ? numbers.fixed(value, decimals)
                : (value > 0 ? "< " + numbers.fixed(least, decimals) : "> " + numbers.fixed(-least, decimals));
    }
}
