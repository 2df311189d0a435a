package corymb.store;

import corymb.importing.FoundCell;
import corymb.importing.FoundCell.Kind;
import corymb.importing.FoundRow;
import corymb.importing.RowCursor;
import corymb.importing.Utf8;
import corymb.work.Problem;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of a table in an SQLite database, each value as what it is stored as. */
final class SqliteCursor implements RowCursor {
    private static final int SHOWN_BYTES = 16;
    private static final char REPLACED = '\uFFFD';

    private final SqliteTables file;
    private final SqliteTables.Patience patience;
    private final PreparedStatement statement;
    private final ResultSet rows;
    private final List<String> names = new ArrayList<>();
    private final List<String> declared = new ArrayList<>();
    private long number;

    SqliteCursor(SqliteTables file, SqliteTables.Patience patience, PreparedStatement statement) throws SQLException {
        this.file = file;
        this.patience = patience;
        this.statement = statement;
        this.rows = statement.executeQuery();
        var columns = rows.getMetaData();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            var name = columns.getColumnLabel(column).strip();
            names.add(name.isEmpty() ? "column_" + column : name);
            declared.add(String.valueOf(columns.getColumnTypeName(column)).toUpperCase(Locale.ROOT));
        }
    }

    @Override
    public List<String> names() {
        return List.copyOf(names);
    }

    @Override
    public Optional<FoundRow> next() {
        try {
            patience.renew();
            while (rows.next()) {
                number++;
                var row = row();
                if (!row.cells().stream().allMatch(FoundCell.BLANK::equals)) {
                    return Optional.of(row);
                }
            }
            return Optional.empty();
        } catch (SQLException e) {
            throw patience.isOver() ? tooSlow() : SqliteTables.unreadable(e);
        }
    }

    private static RuntimeException tooSlow() {
        return new Problem(
                        "The database works too long on a single row.",
                        "",
                        "Choose a table in place of a view, or export its rows as CSV.")
                .asFailure();
    }

    private FoundRow row() throws SQLException {
        var cells = new ArrayList<FoundCell>();
        for (int column = 0; column < names.size(); column++) {
            cells.add(cell(value(column + 1), declared.get(column)));
        }
        return new FoundRow(number, cells);
    }

    /** The driver puts a mark where bytes are no text, and says nothing: such a value is its bytes. */
    private @Nullable Object value(int column) throws SQLException {
        var value = rows.getObject(column);
        if (value instanceof String text && text.indexOf(REPLACED) >= 0) {
            var bytes = rows.getBytes(column);
            return new Utf8().isValid(bytes, 0, bytes.length) ? text : bytes;
        }
        return value;
    }

    private static FoundCell cell(@Nullable Object value, String declared) {
        return switch (value) {
            case null -> FoundCell.BLANK;
            case String text -> text.isBlank() ? FoundCell.BLANK : new FoundCell(text, Kind.TEXT);
            case Double decimal
            when decimal.isInfinite() || decimal.isNaN() -> new FoundCell(decimal.toString(), Kind.ERROR);
            case Double decimal -> new FoundCell(new BigDecimal(decimal.toString()).toPlainString(), Kind.DECIMAL);
            case byte[] bytes -> new FoundCell(shown(bytes), Kind.ERROR);
            default -> whole(value.toString(), declared);
        };
    }

    /** SQLite stores truth as 0 and 1. */
    private static FoundCell whole(String number, String declared) {
        boolean isTruth = declared.startsWith("BOOL") && (number.equals("0") || number.equals("1"));
        return isTruth
                ? new FoundCell(Boolean.toString(number.equals("1")), Kind.BOOLEAN)
                : new FoundCell(number, Kind.INTEGER);
    }

    private static String shown(byte[] bytes) {
        var start = HexFormat.of().formatHex(bytes, 0, Math.min(SHOWN_BYTES, bytes.length));
        return bytes.length + " bytes: " + start + (bytes.length > SHOWN_BYTES ? "…" : "");
    }

    @Override
    public void close() {
        try (file;
                statement;
                rows) {
            // All three end here, the file last.
            return;
        } catch (SQLException e) {
            throw SqliteTables.unreadable(e);
        }
    }
}
