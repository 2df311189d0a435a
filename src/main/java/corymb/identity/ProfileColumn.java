package corymb.identity;

import corymb.sql.Dialect;
import corymb.sql.Sql;
import corymb.table.ColumnType;
import corymb.table.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A column that profiles take from one or more sources; names that differ only in case are one column.
 *
 * @param source the name in the sources
 * @param name the name in the profiles
 * @param type the narrowest type that holds the values of all sources
 */
record ProfileColumn(String source, String name, ColumnType type) {
    private static final List<String> FIELDS = List.of(
            "email", "phone", "given_name", "family_name", "birth_date", "street", "city", "postcode", "country");
    private static final Set<String> TAKEN = Set.of("customer_id", "sources", "records");

    /** The columns of all people sources but the id: known fields first, then attributes as they come. */
    static List<ProfileColumn> of(List<PersonSource> people) {
        var found = new LinkedHashMap<String, Field>();
        for (var person : people) {
            for (var field : person.data().schema().fields()) {
                found.merge(lower(field.name()), field, (a, b) -> new Field(a.name(), common(a.type(), b.type())));
            }
        }
        found.remove("id");
        var columns = new ArrayList<ProfileColumn>();
        FIELDS.stream().filter(found::containsKey).forEach(field -> columns.add(column(field, found)));
        found.keySet().stream()
                .filter(name -> !FIELDS.contains(name))
                .forEach(name -> columns.add(column(name, found)));
        return List.copyOf(columns);
    }

    private static ProfileColumn column(String key, Map<String, Field> found) {
        var field = found.getOrDefault(key, new Field(key, ColumnType.TEXT));
        return new ProfileColumn(field.name(), freeName(field.name(), found.keySet()), field.type());
    }

    private static String freeName(String name, Set<String> others) {
        if (!TAKEN.contains(lower(name))) {
            return name;
        }
        var free = name + "_attribute";
        while (others.contains(lower(free))) {
            free += "_2";
        }
        return free;
    }

    private static ColumnType common(ColumnType a, ColumnType b) {
        if (a == b) {
            return a;
        }
        if (a.isNumeric() && b.isNumeric()) {
            return ColumnType.DECIMAL;
        }
        return a.isTemporal() && b.isTemporal() ? ColumnType.TIMESTAMP : ColumnType.TEXT;
    }

    /** The column of one source as this type, missing where the source does not have it. */
    Sql from(PersonSource person) {
        boolean there = person.data().schema().names().stream().anyMatch(source::equalsIgnoreCase);
        return Sql.of("cast(" + (there ? Sql.name(source) : "null") + " as "
                + Dialect.DUCKDB.spelling().type(type) + ") as " + Sql.name(name));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
