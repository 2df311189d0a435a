package corymb.remote;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The columns of a result: numbers and truth stay what they are, all else is text as the database writes it.
 *
 * @param all in their order
 */
record ResultColumns(List<Column> all) {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");

    /** What a column holds. */
    enum Kind {
        NUMBER,
        TRUTH,
        TEXT
    }

    record Column(String name, Kind kind) {}

    ResultColumns {
        all = List.copyOf(all);
    }

    static ResultColumns of(ResultSetMetaData result) throws SQLException {
        var columns = new ArrayList<Column>();
        var names = new HashSet<String>();
        for (int i = 1; i <= result.getColumnCount(); i++) {
            var label = result.getColumnLabel(i);
            var name = label == null || label.isBlank() ? "column_" + i : label;
            for (int number = 2; !names.add(name); number++) {
                name = label + "_" + number;
            }
            columns.add(new Column(name, kind(result.getColumnType(i), result.getPrecision(i))));
        }
        return new ResultColumns(columns);
    }

    private static Kind kind(int type, int precision) {
        return switch (type) {
            case Types.TINYINT,
                    Types.SMALLINT,
                    Types.INTEGER,
                    Types.BIGINT,
                    Types.REAL,
                    Types.FLOAT,
                    Types.DOUBLE,
                    Types.NUMERIC,
                    Types.DECIMAL -> Kind.NUMBER;
            case Types.BOOLEAN -> Kind.TRUTH;
            case Types.BIT -> precision > 1 ? Kind.TEXT : Kind.TRUTH;
            default -> Kind.TEXT;
        };
    }

    /** Writes the row that the result stands at. */
    void write(ResultSet rows, JsonLines lines) throws SQLException, IOException {
        var json = lines.generator();
        json.writeStartObject();
        for (int i = 0; i < all.size(); i++) {
            json.writeName(all.get(i).name());
            var text = rows.getString(i + 1);
            var kind = all.get(i).kind();
            if (text == null) {
                json.writeNull();
            } else if (kind == Kind.TRUTH) {
                json.writeBoolean(rows.getBoolean(i + 1));
            } else if (kind == Kind.NUMBER && NUMBER.matcher(text).matches()) {
                json.writeNumber(text);
            } else {
                json.writeString(text);
            }
        }
        json.writeEndObject();
        lines.endRow();
    }
}
