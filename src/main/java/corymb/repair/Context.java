package corymb.repair;

import corymb.sql.Relation;
import corymb.table.ColumnType;
import java.util.Map;
import java.util.Optional;

/**
 * What repairs know beyond the table they are of.
 *
 * @param others the rows of other sources, by name
 * @param types the types that columns of certain names must have
 */
public record Context(Map<String, Relation> others, Map<String, ColumnType> types) {
    public static final Context NONE = new Context(Map.of(), Map.of());

    public Context {
        others = Map.copyOf(others);
        types = Map.copyOf(types);
    }

    Optional<Relation> other(String name) {
        return Optional.ofNullable(others.get(name));
    }

    Optional<ColumnType> type(String column) {
        return types.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(column))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
