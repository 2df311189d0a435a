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
        boolean hasEntries = sources.stream().anyMatch(Source::hasEntries);
        return Sql.join(
                " union all ",
                sources.stream().map(source -> of(source, hasEntries)).toList());
    }

    private static Sql of(Source source, boolean hasEntries) {
        var entry = source.hasEntries() ? ", entry" : ", '' as entry";
        return Sql.of(
                        "select cast(? as varchar) as source, line, \"column\", text, reason"
                                + (hasEntries ? entry : "") + " from (",
                        source.name())
                .then(source.rejects())
                .then(")");
    }
}
