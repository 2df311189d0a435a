package corymb.project;

import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.work.Progress;

/** Tables of a result that came to nothing: they are named by the id of what they would have belonged to. */
final class BegunTables {
    private BegunTables() {}

    /** Drops what was begun; an engine that is closing meanwhile has nothing left to drop. */
    static void drop(Engine engine, long id, RuntimeException cause) {
        try {
            var begun = Sql.of(
                    "select table_name as name from information_schema.tables where regexp_matches(table_name, ?)",
                    "^[a-z]+_" + id + "(_|$)");
            var names = engine.table(begun, Progress.NONE);
            for (int row = 0; row < names.rowCount(); row++) {
                engine.drop(names.text(row, "name"));
            }
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }
}
