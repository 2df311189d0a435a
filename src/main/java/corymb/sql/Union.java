package corymb.sql;

import corymb.table.Field;
import java.util.List;
import java.util.stream.Collectors;

/** The rows of several relations as one query with chosen columns. */
public final class Union {
    private Union() {}

    /**
     * All rows of all relations; a column that a relation lacks, or a value that does not fit the type, is missing.
     *
     * <p>Names are compared without regard to case.
     */
    public static Sql of(List<Relation> relations, List<Field> columns) {
        if (relations.isEmpty()) {
            return Sql.of("select " + columns.stream().map(Union::missing).collect(Collectors.joining(", "))
                    + " where false");
        }
        return Sql.join(
                " union all ",
                relations.stream().map(relation -> select(relation, columns)).toList());
    }

    private static Sql select(Relation relation, List<Field> columns) {
        var chosen = columns.stream()
                .map(column -> has(relation, column) ? cast(Sql.name(column.name()), column) : missing(column))
                .collect(Collectors.joining(", "));
        return Sql.of("select " + chosen + " from " + relation.quoted());
    }

    private static boolean has(Relation relation, Field column) {
        return relation.schema().names().stream().anyMatch(column.name()::equalsIgnoreCase);
    }

    private static String missing(Field column) {
        return cast("null", column);
    }

    private static String cast(String value, Field column) {
        return "try_cast(" + value + " as " + Dialect.DUCKDB.spelling().type(column.type()) + ") as "
                + Sql.name(column.name());
    }
}
