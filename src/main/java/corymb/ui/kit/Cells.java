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
final class Cells {
    private Cells() {}

    /** Whether the column names things rather than measuring them. */
    static boolean isId(Field field) {
        var name = field.name().toLowerCase(Locale.ROOT);
        return (field.type() == ColumnType.TEXT || field.type() == ColumnType.INTEGER)
                && (name.equals("id") || name.endsWith("_id") || name.endsWith(" id"));
    }

    static boolean isRight(Field field) {
        return field.type().isNumeric() && !isId(field);
    }

    static String text(Column column, int row, boolean isId) {
        if (column.isMissing(row)) {
            return Numbers.MISSING;
        }
        if (isId) {
            return column.text(row);
        }
        return switch (column) {
            case TextColumn texts -> texts.text(row);
            case NumberColumn numbers -> number(numbers, row);
            case TimeColumn times ->
                times.type() == ColumnType.DATE
                        ? Numbers.local().date(times.date(row))
                        : Numbers.local().time(times.instant(row), ZoneId.systemDefault());
        };
    }

    private static String number(NumberColumn column, int row) {
        if (column.type() == ColumnType.BOOLEAN) {
            return Texts.of(column.get(row) == 0 ? "table.no" : "table.yes");
        }
        return Numbers.local().exact(column.get(row));
    }
}
