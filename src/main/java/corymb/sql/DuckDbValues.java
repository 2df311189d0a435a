package corymb.sql;

import corymb.table.ColumnType;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The types and values of DuckDB as ours. */
final class DuckDbValues {
    private DuckDbValues() {}

    static List<ColumnBuilder> columnBuilders(ResultSetMetaData description) throws SQLException {
        var builders = new ArrayList<ColumnBuilder>();
        for (int column = 1; column <= description.getColumnCount(); column++) {
            builders.add(ColumnBuilder.of(
                    description.getColumnLabel(column), typeOf(description.getColumnTypeName(column))));
        }
        return builders;
    }

    static ColumnType typeOf(String duckType) {
        var type = duckType.toUpperCase(Locale.ROOT);
        if (type.startsWith("DECIMAL") || type.equals("DOUBLE") || type.equals("FLOAT")) {
            return ColumnType.DECIMAL;
        }
        if (type.startsWith("TIMESTAMP")) {
            return ColumnType.TIMESTAMP;
        }
        return switch (type) {
            case "TINYINT",
                    "SMALLINT",
                    "INTEGER",
                    "BIGINT",
                    "HUGEINT",
                    "UTINYINT",
                    "USMALLINT",
                    "UINTEGER",
                    "UBIGINT" -> ColumnType.INTEGER;
            case "BOOLEAN" -> ColumnType.BOOLEAN;
            case "DATE" -> ColumnType.DATE;
            default -> ColumnType.TEXT;
        };
    }

    static @Nullable Object value(ResultSet rows, int column, ColumnType type) throws SQLException {
        Object value = switch (type) {
            case BOOLEAN -> rows.getBoolean(column);
            case INTEGER -> rows.getLong(column);
            case DECIMAL -> rows.getDouble(column);
            case DATE -> rows.getObject(column, LocalDate.class);
            case TIMESTAMP -> instant(rows.getObject(column, LocalDateTime.class));
            case TEXT -> rows.getString(column);
        };
        return rows.wasNull() ? null : value;
    }

    /** The numbers of the row at hand. */
    static Engine.Numbers numbers(ResultSet rows) {
        return new Engine.Numbers() {
            @Override
            public long at(int column) {
                try {
                    return rows.getLong(column + 1);
                } catch (SQLException e) {
                    throw noNumber(column, e);
                }
            }

            @Override
            public double decimalAt(int column) {
                try {
                    return rows.getDouble(column + 1);
                } catch (SQLException e) {
                    throw noNumber(column, e);
                }
            }
        };
    }

    private static IllegalStateException noNumber(int column, SQLException e) {
        return new IllegalStateException("No such number in column " + column, e);
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime local) {
        return local == null ? null : local.toInstant(ZoneOffset.UTC);
    }
}
