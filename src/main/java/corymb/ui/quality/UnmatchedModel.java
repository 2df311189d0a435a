package corymb.ui.quality;

import corymb.chart.Numbers;
import corymb.importing.Source;
import corymb.repair.Lookup;
import corymb.repair.Unmatched;
import corymb.sql.Relation;
import corymb.ui.kit.NamedRows;
import corymb.ui.kit.Texts;
import corymb.ui.session.QueryRows;
import corymb.ui.session.Session;
import corymb.work.Outcome;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** Shows the rows that lookups left without a match, below what else is shown of their source. */
final class UnmatchedModel {
    /** A table that is left may still be read for a moment, so the last one stays beside it. */
    private static final int KEPT = 2;

    private final Session session;
    private final QualityModel quality;
    private final Deque<String> tables = new ArrayDeque<>();

    UnmatchedModel(Session session, QualityModel quality) {
        this.session = session;
        this.quality = quality;
    }

    /** Opens rows of a source or of the one it looks up in; repairs are counted from 1. */
    void open(Source source, int number, Unmatched which) {
        var journey = session.journey();
        var lookup =
                (Lookup) source.repaired().outcomes().get(number - 1).step().repair();
        session.read(
                Texts.of("quality.reading"),
                (_, progress) -> journey.repairs().unmatched(source.name(), number, which, progress),
                outcome -> {
                    quality.tell(outcome);
                    if (outcome instanceof Outcome.Done(var rows)) {
                        show(named(source, lookup, which, rows), rows);
                    }
                });
    }

    private NamedRows named(Source source, Lookup lookup, Unmatched which, Relation rows) {
        var key = "mend.unmatched." + which.name().toLowerCase(Locale.ROOT);
        return new NamedRows(
                Texts.of(key, Numbers.local().count(rows.rows()), source.name(), lookup.source()),
                Texts.of(key + "More", source.name(), lookup.source()),
                QueryRows.of(session.file().engine(), rows));
    }

    private void show(NamedRows named, Relation rows) {
        quality.show(named);
        tables.addLast(rows.name());
        while (tables.size() > KEPT) {
            session.file().engine().drop(tables.removeFirst());
        }
    }
}
