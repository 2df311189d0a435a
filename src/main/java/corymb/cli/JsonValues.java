package corymb.cli;

import corymb.table.Column;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.table.TimeColumn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Values as JSON knows them. */
final class JsonValues {
    private JsonValues() {}

    /** An ordered object of alternating names and values. */
    static Map<String, Object> object(Object... namesAndValues) {
        var object = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return object;
    }

    /** The rows of a table as objects. */
    static List<Map<String, Object>> rows(Table table) {
        var rows = new ArrayList<Map<String, Object>>();
        for (int row = 0; row < table.rowCount(); row++) {
            var object = new LinkedHashMap<String, Object>();
            for (var column : table.columns()) {
                object.put(column.name(), cell(column, row));
            }
            rows.add(object);
        }
        return rows;
    }

    private static Object cell(Column column, int row) {
        if (column.isMissing(row)) {
            return Optional.empty();
        }
        return switch (column) {
            case NumberColumn numbers when column.type() == ColumnType.INTEGER -> (long) numbers.get(row);
            case NumberColumn numbers when column.type() == ColumnType.BOOLEAN -> numbers.get(row) != 0;
            case NumberColumn numbers -> numbers.get(row);
            case TextColumn _, TimeColumn _ -> column.text(row);
        };
    }

    /** The same with enums in lower case, empty options as null, and numbers that are none as null. */
    static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Map<?, ?> map -> plainMap(map);
            case Collection<?> list -> plainList(list);
            case Optional<?> option -> option.map(JsonValues::plain).orElse(null);
            case Double number -> Double.isFinite(number) ? number : null;
            case Enum<?> constant -> constant.name().toLowerCase(java.util.Locale.ROOT);
            case Number number -> number;
            case Boolean flag -> flag;
            case JsonNode node -> node;
            default -> value.toString();
        };
    }

    private static Map<String, @Nullable Object> plainMap(Map<?, ?> map) {
        var plain = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((name, value) -> plain.put(String.valueOf(name), plain(value)));
        return plain;
    }

    private static List<@Nullable Object> plainList(Collection<?> list) {
        var plain = new ArrayList<@Nullable Object>();
        list.forEach(item -> plain.add(plain(item)));
        return plain;
    }
}
