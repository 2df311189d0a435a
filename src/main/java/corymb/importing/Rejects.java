package corymb.importing;

import corymb.sql.Sql;
import java.util.List;

/** The rows of imported files that were not taken, as one table to take away. */
public final class Rejects {
    private Rejects() {}

    /**
     * Source, line, column, text and reason of each row that was not taken, and its entry where one of the sources, of which
     * there is at least one, was read from several.
     */
    public static Sql of(List<Source> sources) {
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("No source, no columns");
        }
        boolean hasEntries = sources.stream().anyMatch(Rejects::hasEntries);
        return Sql.join(
                " union all ",
                sources.stream().map(source -> of(source, hasEntries)).toList());
    }

    private static boolean hasEntries(Source source) {
        return source.rejects().schema().has("entry");
    }

    private static Sql of(Source source, boolean hasEntries) {
        var entry = hasEntries(source) ? ", entry" : ", '' as entry";
        return Sql.of(
                "select cast(? as varchar) as source, line, \"column\", text, reason" + (hasEntries ? entry : "")
                        + " from " + source.rejects().quoted(),
                source.name());
    }
}
