package corymb.store;

import corymb.sql.Sql;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that stand in one of the file's ordinary tables while their result is part of the present project.
 *
 * @param table the table
 * @param resultId the result they tell of
 * @param columns the columns they fill, without result_id
 * @param rows where they come from
 */
record ShownRows(String table, long resultId, List<String> columns, Rows rows) {
    /** Where rows come from. */
    sealed interface Rows {
        /** From the engine, in the order of the columns. */
        record Queried(Sql query) implements Rows {}

        /** From the result itself. */
        record Given(List<? extends List<? extends @Nullable Object>> values) implements Rows {}
    }

    String insert() {
        return "insert into " + table + " (" + String.join(", ", columns) + ", result_id) values ("
                + "?, ".repeat(columns.size()) + "?)";
    }
}
