package corymb.importing;

import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.sql.Union;
import corymb.table.Field;
import corymb.work.Problem;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The rows of a batch beside those that are there. In its queries the columns are f0, f1 and so on, since a file may call its
 * own whatever it likes.
 *
 * @param engine where both are
 * @param pieces the rows that are there
 * @param incoming the rows of the batch
 * @param fields the columns of both
 * @param name how the names of new relations begin
 */
record Meeting(Engine engine, List<Relation> pieces, Relation incoming, List<Field> fields, String name) {
    /**
     * What comes of it.
     *
     * @param pieces the rows that are there now
     * @param known how many rows of the batch were there already
     * @param replacing how many took the place of another
     */
    record Met(List<Relation> pieces, long known, long replacing) {
        Met {
            pieces = List.copyOf(pieces);
        }
    }

    /** All come behind the others. */
    Met all() {
        return new Met(and(incoming), 0, 0);
    }

    private List<Relation> and(Relation more) {
        var all = new ArrayList<>(pieces);
        all.add(more);
        return all;
    }

    /** Those that are not there yet, every value the same: of three where one is there, two. */
    Met unknown(Progress progress) {
        var alike = name + "_alike";
        var known = name + "_known";
        try {
            progress.report(0, "Recognising rows");
            engine.create(alike, alike(), progress.between(0, 0.4));
            long found = engine.create(known, known(Sql.name(alike)), progress.between(0.4, 0.8))
                    .rows();
            if (found == 0) {
                return all();
            }
            return found == incoming.rows()
                    ? new Met(pieces, found, 0)
                    : new Met(and(added(Sql.name(known), progress.between(0.8, 1))), found, 0);
        } finally {
            engine.drop(alike);
            engine.drop(known);
        }
    }

    /** The places of the rows whose hash is among those that are there. */
    private Sql alike() {
        return Sql.of("select place, hash(" + cells() + ") as h from ")
                .then(placed())
                .then(" where hash(" + cells() + ") in (select hash(" + cells() + ") from ")
                .then(existing())
                .then(")");
    }

    /** The places of the rows that are there already: hashes alone would not do, since two rows may share one. */
    private Sql known(String alike) {
        return Sql.of("select place from (select i.place, h, row(" + cells()
                        + ") as whole, row_number() over (partition by " + cells() + " order by i.place) as copy from ")
                .then(placed())
                .then(" i join " + alike + " a on i.place = a.place) i join (select hash(" + cells() + ") as h, row("
                        + cells() + ") as whole, count(*) as copies from ")
                .then(existing())
                .then(" where hash(" + cells() + ") in (select h from " + alike + ") group by all) e"
                        + " on i.h = e.h and i.whole is not distinct from e.whole where copy <= copies");
    }

    private Relation added(String known, Progress progress) {
        return engine.create(
                name + "_new",
                named().then(" from ")
                        .then(placed())
                        .then(" where place not in (select place from " + known + ") order by place"),
                progress);
    }

    /** The last row of each key. */
    Met newest(List<String> key, Progress progress) {
        var cells = key.stream().map(this::cell).toList();
        var judged = name + "_judged";
        try {
            progress.report(0, "Finding rows by their key");
            engine.create(judged, judged(cells), progress.between(0, 0.5));
            long known = count(judged, "is_known");
            if (known == incoming.rows()) {
                return new Met(pieces, known, 0);
            }
            return new Met(changed(judged, cells, progress.between(0.5, 1)), known, count(judged, "is_replacing"));
        } finally {
            engine.drop(judged);
        }
    }

    private List<Relation> changed(String judged, List<String> key, Progress progress) {
        var rest = named().then(" from (select *, place as r from " + Sql.name(judged) + " where is_last)");
        if (count(judged, "is_last and was_there") == 0) {
            return and(engine.create(name + "_new", rest.then(" order by r"), progress));
        }
        var same = key.stream().map(cell -> "o." + cell + " = j." + cell).collect(Collectors.joining(" and "));
        var whole = named().then(
                        " from (select 0 as part, r, " + cells() + " from (select *, row_number() over () as r from ")
                .then(existing())
                .then(") o where not exists (select 1 from " + Sql.name(judged) + " j where j.is_last and " + same
                        + ") union all select 1, place, " + cells() + " from " + Sql.name(judged)
                        + " where is_last) order by part, r");
        return List.of(engine.create(name + "_whole", whole, progress));
    }

    /**
     * Each row of the batch with what became of it beside the one of the same key before it: known where every value is the
     * same, replacing where not; and whether it is the last of a key that changed at all.
     */
    private Sql judged(List<String> key) {
        var keys = String.join(", ", key);
        var hasKey = key.stream().map(cell -> cell + " is not null").collect(Collectors.joining(" and ", "(", ")"));
        var old = Sql.of("select -1 as place, " + cells() + " from (select *, row_number() over () as r from ")
                .then(existing())
                .then(") where (" + keys + ") in (select (" + keys + ") from ")
                .then(placed())
                .then(") qualify row_number() over (partition by " + keys + " order by r desc) = 1");
        return Sql.of("select place, was_there, is_known, " + cells() + ", " + hasKey
                        + " and had_before and not is_known as is_replacing, not " + hasKey
                        + " or (place = max(place) over (partition by " + keys
                        + ") and bool_or(not is_known) over (partition by " + keys + ")) as is_last from (select *, "
                        + hasKey + " and had_before and whole is not distinct from before as is_known from (select *, "
                        + "lag(place) over w is not null as had_before, lag(whole) over w as before, "
                        + "min(place) over (partition by " + keys + ") = -1 as was_there from (select *, row(" + cells()
                        + ") as whole from (")
                .then(old)
                .then(" union all select place, " + cells() + " from ")
                .then(placed())
                .then(")) window w as (partition by " + keys + " order by place)) where place >= 0)");
    }

    private String cell(String column) {
        return IntStream.range(0, fields.size())
                .filter(i -> fields.get(i).name().equalsIgnoreCase(column))
                .filter(_ -> incoming.schema().names().stream().anyMatch(column::equalsIgnoreCase))
                .mapToObj(i -> "f" + i)
                .findFirst()
                .orElseThrow(() -> new Problem(
                                "The file gives no column of that name to tell rows apart by.",
                                column,
                                "Choose one of "
                                        + String.join(", ", incoming.schema().names()) + ".")
                        .asFailure());
    }

    private long count(String table, String condition) {
        return (long)
                engine.number(Sql.of("select count(*) from " + Sql.name(table) + " where " + condition), Progress.NONE);
    }

    private Sql existing() {
        return unnamed(Union.of(pieces, fields));
    }

    /** The rows of the batch with their place, from 0. */
    private Sql placed() {
        return Sql.of("(select row_number() over () - 1 as place, * from ")
                .then(unnamed(Union.of(List.of(incoming), fields)))
                .then(")");
    }

    private Sql unnamed(Sql rows) {
        return Sql.of("(").then(rows).then(") as rows_of(" + cells() + ")");
    }

    private Sql named() {
        return Sql.of(IntStream.range(0, fields.size())
                .mapToObj(i -> "f" + i + " as " + Sql.name(fields.get(i).name()))
                .collect(Collectors.joining(", ", "select ", "")));
    }

    private String cells() {
        return IntStream.range(0, fields.size()).mapToObj(i -> "f" + i).collect(Collectors.joining(", "));
    }
}
