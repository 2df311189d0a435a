package corymb.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All that stands in the tables of a project file, read by plain SQL. */
final class FileContent {
    private FileContent() {}

    /** Every row of every table, in the order of the tables' keys, with the checksum of what is in it. */
    static Map<String, List<String>> of(Path file) throws SQLException {
        var content = new TreeMap<String, List<String>>();
        try (var connection = SqliteConnections.frozen(file)) {
            var tables = new ArrayList<String>();
            Rows.forEach(
                    connection,
                    "select name from sqlite_schema where type = 'table'",
                    row -> tables.add(String.valueOf(row.getFirst())));
            for (var table : tables) {
                var rows = new ArrayList<String>();
                Rows.forEach(
                        connection,
                        "select * from " + table,
                        row -> rows.add(row.stream()
                                .map(value ->
                                        value instanceof byte[] bytes ? Checksum.ofBytes(bytes) : String.valueOf(value))
                                .toList()
                                .toString()));
                content.put(table, List.copyOf(rows));
            }
        }
        return content;
    }
}
