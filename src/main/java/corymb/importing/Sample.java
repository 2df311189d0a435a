package corymb.importing;

import corymb.table.ColumnType;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The first rows of a file, all as wide as its header.
 *
 * @param names the names of the columns
 * @param rows their values as text
 * @param known what the file itself says of their types
 * @param passed the first of the lines before and among them that are no rows
 */
record Sample(List<String> names, List<List<String>> rows, List<Optional<ColumnType>> known, List<PassedLine> passed) {
    static final int ROWS = 2_000;

    /** Of a very wide table fewer rows tell enough. */
    private static final int CELLS = 500_000;

    /** What a file says of types that says nothing. */
    static List<Optional<ColumnType>> unknown(List<String> names) {
        return Collections.nCopies(names.size(), Optional.empty());
    }

    /** How many rows tell enough of a table of so many columns. */
    static int enough(int columns) {
        return Math.min(ROWS, CELLS / Math.max(1, columns) + 1);
    }

    /** Whether these are all rows there are. */
    boolean isWhole() {
        return rows.size() < enough(names.size());
    }

    /** The first rows that a cursor gives. */
    static Sample of(RowCursor cursor) {
        var rows = new java.util.ArrayList<FoundRow>();
        int enough = enough(cursor.names().size());
        for (var row = cursor.next(); row.isPresent() && rows.size() < enough; row = cursor.next()) {
            if (!cursor.isOutside(row.orElseThrow())) {
                rows.add(row.orElseThrow());
            }
        }
        return of(cursor.names(), rows, cursor.passed().first());
    }

    /** Of rows whose file knows what its values are. */
    static Sample of(List<String> names, List<FoundRow> rows, List<PassedLine> passed) {
        var known = IntStream.range(0, names.size())
                .mapToObj(column -> KnownTypes.of(
                        rows.stream().map(row -> row.cells().get(column).kind()).toList()))
                .toList();
        return new Sample(names, rows.stream().map(FoundRow::texts).toList(), known, passed);
    }
}
