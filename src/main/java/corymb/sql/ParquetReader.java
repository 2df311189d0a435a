package corymb.sql;

import corymb.work.Failure;
import corymb.work.Problem;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the rows of a Parquet file from anywhere one after another, in an engine of their own that can touch nothing but
 * that file.
 *
 * <p>Nested columns come as columns with dotted names, lists and maps as JSON text. Cost: one pass; memory for a group of
 * the file's rows, at most about 1 GB.
 */
public final class ParquetReader implements AutoCloseable {
    private static final int DEEPEST = 8;
    private static final int MOST_COLUMNS = 16_384;

    private final DuckDbEngine engine;
    private final PreparedStatement statement;
    private final ResultSet rows;
    private final List<Column> columns;

    /**
     * A column as it is read.
     *
     * @param name its name, below the names it is nested in
     * @param type the engine's name of its type, in capital letters
     */
    public record Column(String name, String type) {}

    private ParquetReader(DuckDbEngine engine, PreparedStatement statement, List<Column> columns) throws SQLException {
        this.engine = engine;
        this.statement = statement;
        this.rows = statement.executeQuery();
        this.columns = columns;
    }

    /**
     * Opens a file.
     *
     * @throws Failure when it is damaged, encrypted or needs more memory than a file of a table should
     */
    public static ParquetReader open(Path file) {
        var engine = DuckDbEngine.reading(file);
        try {
            return open(engine, "read_parquet(" + DuckDbEngine.literal(file.toString()) + ")");
        } catch (SQLException e) {
            engine.close();
            throw damaged(e);
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    private static ParquetReader open(DuckDbEngine engine, String source) throws SQLException {
        var connection = engine.connect();
        try {
            var found = new Found(connection, new ArrayList<>(), new ArrayList<>());
            found.describe("", "", source, 0);
            var query = "select " + String.join(", ", found.cells) + " from " + source;
            return new ParquetReader(engine, connection.prepareStatement(query), List.copyOf(found.columns));
        } catch (SQLException | RuntimeException e) {
            // One that stays open would keep the engine in memory for good.
            connection.close();
            throw e;
        }
    }

    public List<Column> columns() {
        return columns;
    }

    /** Goes to the next row; false behind the last. */
    public boolean next() {
        try {
            return rows.next();
        } catch (SQLException e) {
            throw damaged(e);
        }
    }

    /** A value of the row as text; empty for none. */
    public String text(int column) {
        try {
            return Optional.ofNullable(rows.getString(column + 1)).orElse("");
        } catch (SQLException e) {
            throw damaged(e);
        }
    }

    private static Failure damaged(SQLException cause) {
        boolean isTooLarge = String.valueOf(cause.getMessage()).contains("Out of Memory");
        return new Failure(
                isTooLarge
                        ? new Problem(
                                "The Parquet file unpacks to more than a table should.",
                                "",
                                "Write it again with smaller groups of rows.")
                        : new Problem(
                                "The Parquet file is damaged, encrypted or cut off.",
                                "",
                                "Fetch or write it again, or export it as CSV."),
                cause);
    }

    @Override
    public void close() {
        try (engine;
                var _ = statement.getConnection();
                statement;
                rows) {
            // All four end here, the engine last.
            return;
        } catch (SQLException e) {
            throw damaged(e);
        }
    }

    /**
     * What is found out about the columns, nested ones as columns of their own.
     *
     * @param cells the value of each as SQL, as text
     */
    private record Found(Connection connection, List<Column> columns, List<String> cells) {
        /** Adds the columns of a relation, those of structures below their name. */
        void describe(String prefix, String path, String relation, int depth) throws SQLException {
            for (var column : described(relation)) {
                var name = Sql.name(column.name());
                var value = path.isEmpty()
                        ? name
                        : "struct_extract(" + path + ", " + DuckDbEngine.literal(column.name()) + ")";
                var dotted = prefix + column.name();
                if (column.type().startsWith("STRUCT(") && depth < DEEPEST) {
                    var inner = "(select s.* from (select " + name + " as s from " + relation + ") as parent)";
                    describe(dotted + ".", value, inner, depth + 1);
                } else if (columns.size() == MOST_COLUMNS) {
                    throw new Problem(
                                    "The file has more than " + MOST_COLUMNS + " columns.", "", "Export fewer of them.")
                            .asFailure();
                } else {
                    columns.add(new Column(dotted, column.type()));
                    cells.add(text(value, column.type()));
                }
            }
        }

        private List<Column> described(String relation) throws SQLException {
            var found = new ArrayList<Column>();
            try (var query = connection.createStatement();
                    var result = query.executeQuery("describe select * from " + relation)) {
                while (result.next()) {
                    found.add(new Column(result.getString(1), result.getString(2)));
                }
            }
            return found;
        }

        private static String text(String value, String type) {
            boolean isNested = type.endsWith("]")
                    || type.startsWith("MAP(")
                    || type.startsWith("STRUCT(")
                    || type.startsWith("UNION(");
            if (isNested) {
                return "cast(to_json(" + value + ") as varchar)";
            }
            var text = "cast(" + value + " as varchar)";
            // Some writers do not say that their bytes are text.
            return type.equals("BLOB") ? "coalesce(try(decode(" + value + ")), " + text + ")" : text;
        }
    }
}
