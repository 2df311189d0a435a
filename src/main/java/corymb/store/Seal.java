package corymb.store;

import corymb.work.Problem;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Checksums over everything in a file that is not a part, because SQLite's own checks see damage to its structure but not to a
 * value in it.
 */
final class Seal {
    /** The version of the file that seals came with. */
    static final int FIRST_VERSION = 2;

    /** What the seal of the whole covers; rows are covered by the checksums beside them. In the order of the table, never of an index. */
    private static final List<String> COVERED = List.of(
            "select created_at, position, next_id, settled from project",
            "select step, sha256 from history order by step",
            "select entry, sha256 from audit order by entry",
            "select part, relation, number, sha256 from part order by part",
            "select table_name, result_id, sha256 from shown order by table_name, result_id");

    private static final String NO_ROWS = new Checksum().hex();

    /** The version of the file that the rows of members got a seal of their own kind with. */
    private static final int MEMBERS_VERSION = 3;

    private static final List<SealedRows> SEALED_ROWS = List.of(
            new SealedRows("history", "step", "label, at, change"),
            new SealedRows("audit", "entry", "at, action, detail"));

    private Seal() {}

    /** Rows that carry their checksum. */
    private record SealedRows(String table, String key, String columns) {}

    /** The checksum that stands beside a row, and the one it has. */
    private record RowChecksum(String key, String written, String actual) {}

    /** Seals the whole after a change, in the caller's transaction. */
    static void close(Connection connection) throws SQLException {
        Rows.update(connection, "update project set sha256 = ?", ofWhole(connection));
    }

    /** Seals every row and the whole, in the caller's transaction. */
    static void sealAnew(Connection connection) throws SQLException {
        for (var rows : SEALED_ROWS) {
            for (var row : checksums(connection, rows)) {
                Rows.update(
                        connection,
                        "update " + rows.table() + " set sha256 = ? where " + rows.key() + " = ?",
                        row.actual(),
                        row.key());
            }
        }
        Rows.update(connection, "update shown set sha256 = ?", NO_ROWS);
        Rows.update(connection, "update shown set sha256 = ? where table_name = ?", RowSum.NONE, ShownMembers.TABLE);
        for (var table : ShownTables.NAMES) {
            for (var rows : shown(connection, table).entrySet()) {
                Rows.update(
                        connection,
                        "update shown set sha256 = ? where table_name = ? and result_id = ?",
                        rows.getValue(),
                        table,
                        rows.getKey());
            }
        }
        close(connection);
    }

    /** What Corymb would read back wrongly. */
    static List<Problem> problems(Connection connection) throws SQLException {
        var problems = new ArrayList<Problem>();
        for (var rows : SEALED_ROWS) {
            checksums(connection, rows).stream()
                    .filter(row -> !row.actual().equals(row.written()))
                    .forEach(row -> problems.add(Damage.of("entry " + row.key() + " of the " + rows.table())));
        }
        var whole = new ArrayList<String>();
        Rows.forEach(connection, "select sha256 from project", row -> whole.add(String.valueOf(row.getFirst())));
        if (!whole.equals(List.of(ofWhole(connection)))) {
            problems.add(Damage.of("the history"));
        }
        return problems;
    }

    /** What other tools would read wrongly in the tables that follow the present project. */
    static List<Problem> shownProblems(Connection connection) throws SQLException {
        var problems = new ArrayList<Problem>();
        for (var table : ShownTables.NAMES) {
            var written = new HashMap<Long, String>();
            try (var select = connection.prepareStatement(
                    "select result_id, sha256 from shown where table_name = ? and sha256 not in (?, ?)")) {
                select.setString(1, table);
                select.setString(2, NO_ROWS);
                select.setString(3, RowSum.NONE);
                try (var rows = select.executeQuery()) {
                    while (rows.next()) {
                        written.put(rows.getLong(1), rows.getString(2));
                    }
                }
            }
            if (!written.equals(shown(connection, table))) {
                problems.add(Damage.of("the rows of the table " + table));
            }
        }
        return problems;
    }

    private static String ofWhole(Connection connection) throws SQLException {
        var checksum = new Checksum();
        for (var query : COVERED) {
            Rows.forEach(connection, query, checksum::add);
        }
        return checksum.hex();
    }

    private static List<RowChecksum> checksums(Connection connection, SealedRows rows) throws SQLException {
        var checksums = new ArrayList<RowChecksum>();
        Rows.forEach(
                connection,
                "select " + rows.key() + ", sha256, " + rows.columns() + " from " + rows.table() + " order by "
                        + rows.key(),
                row -> checksums.add(new RowChecksum(
                        String.valueOf(row.getFirst()),
                        String.valueOf(row.get(1)),
                        Checksum.ofRow(row.subList(2, row.size())))));
        return checksums;
    }

    /** The checksum of each result's rows in a table; of results without rows there, none. */
    private static Map<Long, String> shown(Connection connection, String table) throws SQLException {
        if (table.equals(ShownMembers.TABLE) && Schema.versionOf(connection) >= MEMBERS_VERSION) {
            return ShownMembers.seals(connection);
        }
        var checksums = new HashMap<Long, Checksum>();
        Rows.forEach(connection, "select * from " + table + " order by rowid", row -> {
            long result = row.getLast() instanceof Number id ? id.longValue() : 0;
            checksums.computeIfAbsent(result, _ -> new Checksum()).add(row.subList(0, row.size() - 1));
        });
        var texts = new HashMap<Long, String>();
        checksums.forEach((result, checksum) -> texts.put(result, checksum.hex()));
        return texts;
    }
}
