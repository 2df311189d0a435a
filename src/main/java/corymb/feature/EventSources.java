package corymb.feature;

import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.sql.Union;
import corymb.table.ColumnType;
import corymb.table.Field;
import corymb.table.Schema;
import corymb.table.Zone;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sources of events, and of the items that they name: what the catalogue says of an item today stands beside each of its events, in
 * columns named after the catalogue's, such as {@code item_category}, unless a source of events has a column of that name.
 *
 * @param events with {@code customer_id}, {@code timestamp} and {@code type}
 * @param items with {@code item_id}
 */
public record EventSources(List<Relation> events, List<Relation> items) {
    private static final String ID = "item_id";
    private static final String PREFIX = "item_";

    public EventSources {
        events = List.copyOf(events);
        items = List.copyOf(items);
    }

    /** Whether a column is named as those of the catalogue are. */
    static boolean isOfItem(String column) {
        return column.startsWith(PREFIX) && !column.equals(ID);
    }

    /** All columns that features can be made of. */
    public Schema schema() {
        var fields = new ArrayList<>(Events.schema(events).fields());
        fields.addAll(ofItems().values());
        return new Schema(fields);
    }

    /** Those of them that some source has, or that an event's time tells. */
    public List<Field> told() {
        return schema().fields().stream()
                .filter(field -> tells(field.name()) || Events.isOfTime(field.name()))
                .toList();
    }

    /** Whether some source says anything in a column. */
    boolean tells(String column) {
        return ofItems().containsKey(column)
                || events.stream()
                        .anyMatch(source -> source.schema().names().stream().anyMatch(column::equalsIgnoreCase));
    }

    /** Whether some event was at another time than the beginning of a day; a file of days alone tells of no hours. */
    public boolean hasHours(Engine engine, Progress progress) {
        return events.isEmpty()
                || engine.number(
                                Sql.of("select count(*) from (select 1 from (")
                                        .then(Events.of(events))
                                        .then(") where timestamp <> date_trunc('day', timestamp) limit 1)"),
                                progress)
                        > 0;
    }

    /** Whether a column tells of an event's time alone, as a whole number. */
    public boolean isOfTime(String column) {
        return Events.isOfTime(column) && !tells(column);
    }

    /** The columns that are looked at most, and others of {@link #schema} by name; hours and weekdays are those of a zone. */
    Sql rows(Set<String> columns, Zone zone) {
        var wanted = new LinkedHashMap<>(ofItems());
        wanted.keySet().retainAll(columns);
        var rows = Events.of(events, columns, zone);
        return wanted.isEmpty()
                ? rows
                : Sql.of("select * exclude (" + Sql.name(" item") + ") from (")
                        .then(rows)
                        .then(") as happened left join (")
                        .then(catalogue(wanted))
                        .then(") as catalogue on " + Sql.name(" item") + " = " + ID);
    }

    /** One row an item; where several tell of it, the smallest of what they say in each column. */
    private Sql catalogue(Map<String, Field> wanted) {
        var stored = wanted.entrySet().stream()
                .map(each -> new Field(
                        each.getKey().substring(PREFIX.length()),
                        each.getValue().type()));
        var chosen = wanted.keySet().stream()
                .map(name -> "min(" + Sql.name(name.substring(PREFIX.length())) + ") as " + Sql.name(name))
                .collect(Collectors.joining(", "));
        var fields =
                Stream.concat(Stream.of(new Field(ID, ColumnType.TEXT)), stored).toList();
        return Sql.of("select " + ID + " as " + Sql.name(" item") + ", " + chosen + " from (")
                .then(Union.of(items, fields))
                .then(") where " + ID + " is not null group by " + ID);
    }

    /** What the catalogue adds, by the name of the column beside an event. */
    private Map<String, Field> ofItems() {
        var own = Events.schema(events);
        var fields = new LinkedHashMap<String, Field>();
        for (var source : items) {
            for (var field : source.schema().fields()) {
                var name = PREFIX + field.name().toLowerCase(Locale.ROOT);
                if (!field.name().equalsIgnoreCase(ID) && !own.has(name)) {
                    fields.merge(name, new Field(name, Events.general(field.type())), Events::together);
                }
            }
        }
        return fields;
    }
}
