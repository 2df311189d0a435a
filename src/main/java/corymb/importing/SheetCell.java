package corymb.importing;

import corymb.importing.FoundCell.Kind;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FormulaError;

/** Reads cells of a sheet: formulas by the result that was kept, numbers that are shown as dates as dates. */
final class SheetCell {
    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ')
            .appendPattern("HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 3, true)
            .toFormatter(Locale.ROOT);
    private static final double MOST_EXACT = 1e15;

    private SheetCell() {}

    static FoundCell of(Cell cell) {
        var type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> text(cell.getStringCellValue());
            case NUMERIC -> number(cell);
            case BOOLEAN -> new FoundCell(Boolean.toString(cell.getBooleanCellValue()), Kind.BOOLEAN);
            case ERROR -> new FoundCell(error(cell), Kind.ERROR);
            case FORMULA, BLANK, _NONE -> FoundCell.BLANK;
        };
    }

    static FoundCell text(String text) {
        return text.isBlank() ? FoundCell.BLANK : new FoundCell(text, Kind.TEXT);
    }

    private static String error(Cell cell) {
        if (cell.getCellType() == CellType.FORMULA && !(cell instanceof HSSFCell)) {
            return cell.getStringCellValue().replaceFirst("^ERROR:\\s*", "");
        }
        byte code = cell.getErrorCellValue();
        return FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#ERROR!";
    }

    private static FoundCell number(Cell cell) {
        double value = cell.getNumericCellValue();
        var style = cell.getCellStyle();
        var format = style == null || style.getDataFormatString() == null ? "" : style.getDataFormatString();
        if (style != null && isMoment(style.getDataFormat(), format) && DateUtil.isValidExcelDate(value)) {
            var moment = cell.getLocalDateTimeCellValue();
            return value < 1 ? new FoundCell(exact(moment).toLocalTime().toString(), Kind.TEXT) : moment(moment);
        }
        if (format.matches("0{2,}") && isWhole(value)) {
            return new FoundCell(("%0" + format.length() + "d").formatted((long) value), Kind.TEXT);
        }
        return number(value);
    }

    static FoundCell number(double value) {
        if (!Double.isFinite(value)) {
            return new FoundCell(Double.toString(value), Kind.ERROR);
        }
        return new FoundCell(plain(value), isWhole(value) ? Kind.INTEGER : Kind.DECIMAL);
    }

    /** Spans of hours such as [h]:mm are numbers of days, no dates. */
    private static boolean isMoment(int index, String format) {
        return !format.matches("(?is).*\\[(h+|m+|s+)\\].*") && DateUtil.isADateFormat(index, format);
    }

    private static LocalDateTime exact(LocalDateTime moment) {
        return moment.plusNanos(500_000).truncatedTo(ChronoUnit.MILLIS);
    }

    /** A date where it is midnight. */
    static FoundCell moment(LocalDateTime moment) {
        var exact = exact(moment);
        return exact.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? new FoundCell(exact.toLocalDate().toString(), Kind.DATE)
                : new FoundCell(MOMENT.format(exact), Kind.TIMESTAMP);
    }

    private static boolean isWhole(double value) {
        return value == Math.rint(value) && Math.abs(value) < MOST_EXACT;
    }

    private static String plain(double value) {
        return isWhole(value) ? Long.toString((long) value) : new BigDecimal(Double.toString(value)).toPlainString();
    }
}
