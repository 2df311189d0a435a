package corymb.importing;

import corymb.sql.Sql;
import java.util.List;

/** The rows of imported files that were not taken, as one table to take away. */
public final class Rejects {
    private Rejects() {}

    /** Source, line, column, text and reason of each row that was not taken; of at least one source. */
    public static Sql of(List<Source> sources) {
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("No source, no columns");
        }
        return Sql.join(" union all ", sources.stream().map(Rejects::of).toList());
    }

    private static Sql of(Source source) {
        return Sql.of(
                "select cast(? as varchar) as source, line, \"column\", text, reason from "
                        + source.rejects().quoted(),
                source.name());
    }
}
