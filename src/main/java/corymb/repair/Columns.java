package corymb.repair;

import java.util.List;

/** The names of the columns that a repair is about. */
final class Columns {
    private static final int NAMED = 3;

    private Columns() {}

    /** The first names, and how many more there are. */
    static String words(List<String> columns) {
        return columns.size() <= NAMED + 1
                ? String.join(", ", columns)
                : String.join(", ", columns.subList(0, NAMED)) + " and " + (columns.size() - NAMED) + " more";
    }

    /** The name, which cannot be blank. */
    static String required(String column) {
        if (column.isBlank()) {
            throw new IllegalArgumentException("The repair names no column");
        }
        return column;
    }

    /** The names, at least one. */
    static List<String> required(List<String> columns) {
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("The repair names no column");
        }
        columns.forEach(Columns::required);
        return List.copyOf(columns);
    }
}
