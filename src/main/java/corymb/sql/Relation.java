package corymb.sql;

import corymb.table.Schema;

/**
 * A table in the engine that holds a result row by row.
 *
 * @param name the table's name, unique in its project, such as "features_14"
 * @param schema its columns
 * @param rows how many rows it has
 */
public record Relation(String name, Schema schema, long rows) {
    /** The name as SQL. */
    public String quoted() {
        return Sql.name(name);
    }
}
