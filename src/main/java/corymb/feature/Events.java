package corymb.feature;

import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.sql.Union;
import corymb.table.ColumnType;
import corymb.table.Field;
import java.util.List;

/** The events of all sources as one query with the columns customer_id, timestamp, type, item_id, value and quantity. */
public final class Events {
    private static final List<Field> COLUMNS = List.of(
            new Field("customer_id", ColumnType.TEXT),
            new Field("timestamp", ColumnType.TIMESTAMP),
            new Field("type", ColumnType.TEXT),
            new Field("item_id", ColumnType.TEXT),
            new Field("value", ColumnType.DECIMAL),
            new Field("quantity", ColumnType.DECIMAL));

    private Events() {}

    /** Everything that happened; what a source does not tell is missing. */
    public static Sql of(List<Relation> sources) {
        return Union.of(sources, COLUMNS);
    }
}
