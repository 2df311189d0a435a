package corymb.report;

import corymb.work.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Rows as a spreadsheet (Office Open XML) of one sheet.
 *
 * <p>Texts are text cells, so that none is taken for a formula. What a spreadsheet would change is a text too: whole numbers of
 * more than 15 digits, days before 1901. Characters that XML lacks are escaped as the format has it. Instants are in UTC; missing values and numbers that are none are empty cells.
 */
final class XlsxRows implements RowWriter {
    private static final int MOST_ROWS = 1_048_576;
    private static final int LONGEST_TEXT = 32_767;
    private static final long LARGEST_EXACT = 999_999_999_999_999L;
    private static final int FIRST_YEAR = 1901;
    private static final int ROWS_BETWEEN_FLUSHES = 1_000;
    private static final Pattern UNSAFE =
            Pattern.compile("[\\x00-\\x08\\x0B-\\x1F\\uFFFE\\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)");

    private final Workbook book;
    private final Worksheet sheet;
    private int next;

    XlsxRows(List<String> names, OutputStream out) throws IOException {
        book = new Workbook(out, "Corymb", null);
        sheet = book.newWorksheet("Table");
        sheet.freezePane(0, 1);
        write(names);
    }

    @Override
    public void write(List<? extends @Nullable Object> row) throws IOException {
        if (next == MOST_ROWS) {
            throw tooMuch("The table has more rows than the " + MOST_ROWS + " of a spreadsheet.");
        }
        for (int column = 0; column < row.size(); column++) {
            write(column, row.get(column));
        }
        next++;
        if (next % ROWS_BETWEEN_FLUSHES == 0) {
            sheet.flush();
        }
    }

    private void write(int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Boolean truth -> sheet.value(next, column, truth);
            case Long number when Math.abs(number) <= LARGEST_EXACT -> sheet.value(next, column, number);
            case Double number when Double.isFinite(number) -> sheet.value(next, column, number);
            case Double _ -> {}
            case LocalDate day
            when day.getYear() >= FIRST_YEAR -> {
                sheet.value(next, column, day);
                sheet.style(next, column).format("yyyy-mm-dd").set();
            }
            case Instant instant
            when year(instant) >= FIRST_YEAR -> {
                sheet.value(next, column, LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
                sheet.style(next, column).format("yyyy-mm-dd hh:mm:ss").set();
            }
            default -> text(column, value.toString());
        }
    }

    private static int year(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).getYear();
    }

    private void text(int column, String text) {
        if (text.length() > LONGEST_TEXT) {
            throw tooMuch("A text is longer than the " + LONGEST_TEXT + " characters of a spreadsheet's cell.");
        }
        sheet.inlineString(next, column, escaped(text));
    }

    /** As the format writes what XML cannot hold or would change, {@code _x0001_} and the like, and a text that looks like it. */
    private static String escaped(String text) {
        return UNSAFE.matcher(text)
                .replaceAll(match -> "_x%04X_".formatted((int) match.group().charAt(0)));
    }

    private static RuntimeException tooMuch(String what) {
        return new Problem(what, "", "Choose another format, such as CSV or Parquet.").asFailure();
    }

    @Override
    public void end() throws IOException {
        book.finish();
    }
}
