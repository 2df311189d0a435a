package corymb.report;

import corymb.report.ExportPlan.Formulas;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How values stand in a CSV file.
 *
 * <p>Numbers have a decimal point and no grouping, dates and instants are ISO 8601, truth values true and false. A missing
 * value is nothing at all, an empty text is {@code ""}. A text that a spreadsheet would take for a formula, because it starts
 * with = + - @ (also full-width), a tab or a line break, gets an apostrophe before it unless formulas are kept; a plain negative
 * number does not.
 */
final class CsvCells {
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";
    private static final Pattern NEGATIVE_NUMBER = Pattern.compile("-\\d++([.,]\\d++)*+([eE][+-]?\\d++)?");

    private CsvCells() {}

    static @Nullable String of(@Nullable Object value, Formulas formulas) {
        return switch (value) {
            case null -> null;
            case String text -> text(text, formulas);
            case Double number -> number(number);
            default -> value.toString();
        };
    }

    static String text(String text, Formulas formulas) {
        return switch (formulas) {
            case NEUTRALISE -> text(text);
            case KEEP -> text;
        };
    }

    static String text(String text) {
        boolean isFormula = !text.isEmpty()
                && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0
                && !NEGATIVE_NUMBER.matcher(text).matches();
        return isFormula ? "'" + text : text;
    }

    /** The text that is written so. */
    static String given(String written) {
        return written.startsWith("'") && text(written.substring(1)).equals(written) ? written.substring(1) : written;
    }

    private static @Nullable String number(double value) {
        var column = new NumberColumn("", ColumnType.DECIMAL, value);
        return column.isMissing(0) ? null : column.text(0);
    }
}
