package corymb.feature;

import corymb.sql.Dialect;
import corymb.sql.Expression.Call;
import corymb.sql.Expression.Column;
import corymb.sql.Expression.Function;
import corymb.sql.Expression.Local;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.sql.Union;
import corymb.table.ColumnType;
import corymb.table.Field;
import corymb.table.Schema;
import corymb.table.Zone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The events of all sources as one query. */
public final class Events {
    private static final List<Field> COLUMNS = List.of(
            new Field("customer_id", ColumnType.TEXT),
            new Field("timestamp", ColumnType.TIMESTAMP),
            new Field("type", ColumnType.TEXT),
            new Field("item_id", ColumnType.TEXT),
            new Field("value", ColumnType.DECIMAL),
            new Field("quantity", ColumnType.DECIMAL));

    static final String HOUR = "hour";

    /** What is told of an event by its time, unless a source has a column of that name. */
    private static final Map<String, Function> OF_TIME = Map.of(HOUR, Function.HOUR, "weekday", Function.WEEKDAY);

    /** How many bits it takes to tell what is told of an event by its time, from 0. */
    static final int BITS_OF_TIME = 5;

    private Events() {}

    /** Everything that happened, in the columns that are looked at most; what a source does not tell is missing. */
    public static Sql of(List<Relation> sources) {
        return Union.of(sources, COLUMNS);
    }

    /**
     * All columns that features can be made of: those of all sources, one of the same name once, and the hour (0 to 23) and weekday
     * (1 for Monday to 7) by the clock of a zone. Whole numbers become numbers with a fraction, types that do not fit together texts.
     */
    public static Schema schema(List<Relation> sources) {
        var fields = stored(sources);
        OF_TIME.keySet().stream()
                .sorted()
                .forEach(name -> fields.putIfAbsent(name, new Field(name, ColumnType.INTEGER)));
        return new Schema(List.copyOf(fields.values()));
    }

    /** Whether a column tells of an event's time alone. */
    static boolean isOfTime(String column) {
        return OF_TIME.containsKey(column);
    }

    private static Map<String, Field> stored(List<Relation> sources) {
        var fields = new LinkedHashMap<String, Field>();
        COLUMNS.forEach(field -> fields.put(field.name(), field));
        var known = Set.copyOf(fields.keySet());
        for (var source : sources) {
            for (var field : source.schema().fields()) {
                var name = field.name().toLowerCase(Locale.ROOT);
                if (!known.contains(name)) {
                    fields.merge(name, new Field(name, general(field.type())), Events::together);
                }
            }
        }
        return fields;
    }

    static ColumnType general(ColumnType type) {
        return type == ColumnType.INTEGER ? ColumnType.DECIMAL : type;
    }

    static Field together(Field one, Field other) {
        return one.type() == other.type() ? one : new Field(one.name(), ColumnType.TEXT);
    }

    /** The columns that are looked at most, and others by name, of {@link #schema}. */
    static Sql of(List<Relation> sources, Set<String> others, Zone zone) {
        var stored = stored(sources);
        var columns = new ArrayList<>(COLUMNS);
        stored.values().stream()
                .filter(field -> others.contains(field.name()) && !COLUMNS.contains(field))
                .forEach(columns::add);
        var ofTime = OF_TIME.keySet().stream()
                .filter(name -> others.contains(name) && !stored.containsKey(name))
                .sorted()
                .map(name -> ofTime(name, zone))
                .toList();
        return ofTime.isEmpty()
                ? Union.of(sources, columns)
                : Sql.of("select *, ")
                        .then(Sql.join(", ", ofTime))
                        .then(" from (")
                        .then(Union.of(sources, columns))
                        .then(")");
    }

    private static Sql ofTime(String name, Zone zone) {
        var time = new Local(new Column("timestamp"), zone);
        var formula = new Call(OF_TIME.getOrDefault(name, Function.HOUR), List.of(time));
        return Dialect.DUCKDB.compile(formula).then(" as " + Sql.name(name));
    }
}
