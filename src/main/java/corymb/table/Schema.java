package corymb.table;

import java.util.List;
import java.util.Optional;

/** The columns of a table, in order. */
public record Schema(List<Field> fields) {
    public Schema {
        fields = List.copyOf(fields);
    }

    public Optional<Field> find(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    public boolean has(String name) {
        return find(name).isPresent();
    }

    public List<String> names() {
        return fields.stream().map(Field::name).toList();
    }
}
