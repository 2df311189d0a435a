package corymb.repair;

import corymb.reading.FormatEvidence;
import corymb.reading.ValueFormat;
import corymb.reading.ValueReading;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.table.ColumnType;
import corymb.table.Table;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;

/** Columns of texts as columns of what the texts say, read as they are when a file is imported. */
final class Retyping {
    private static final String UNIT = "regexp_extract(t, '" + ValueReading.UNITS + "')";

    private final Workbench bench;
    private final int column;
    private final Progress progress;

    private Retyping(Workbench bench, int column, Progress progress) {
        this.bench = bench;
        this.column = column;
        this.progress = progress;
    }

    static Compiled dates(Repair.Dates repair, Workbench bench, Progress progress) {
        return of(repair.column(), bench, progress, retyping -> {
            var format = FormatEvidence.dates(bench.engine(), retyping.texts(), repair.order(), progress);
            return retyping.compiled(new As("dates", ColumnType.TIMESTAMP, ColumnType.DATE, format));
        });
    }

    static Compiled numbers(Repair.Numbers repair, Workbench bench, Progress progress) {
        return of(repair.column(), bench, progress, retyping -> {
            var format = FormatEvidence.numbers(
                    bench.engine(), retyping.texts(), ColumnType.DECIMAL, repair.mark(), progress);
            return retyping.compiled(new As("numbers", ColumnType.DECIMAL, ColumnType.INTEGER, format));
        });
    }

    static Compiled booleans(Repair.Booleans repair, Workbench bench, Progress progress) {
        return of(
                repair.column(),
                bench,
                progress,
                retyping -> retyping.compiled(
                        new As("yes or no", ColumnType.BOOLEAN, ColumnType.BOOLEAN, ValueFormat.NATIVE)));
    }

    /**
     * What texts are read as.
     *
     * @param words what they are then called
     * @param type their type
     * @param plain the type of those that need no finer one
     * @param format how they are written
     */
    private record As(String words, ColumnType type, ColumnType plain, ValueFormat format) {
        /** The condition that a value {@code v} does not fit the plain type. */
        String isFine() {
            return switch (type) {
                case TIMESTAMP -> "v <> date_trunc('day', v)";
                case DECIMAL -> "v <> trunc(v) or abs(v) > 1e15";
                case TEXT, INTEGER, BOOLEAN, DATE -> "false";
            };
        }

        /** The condition that digits of a text {@code t} are lost. */
        String losesDigits() {
            return type == ColumnType.DECIMAL ? "regexp_matches(t, '^0\\d+$|^\\d{16,}$')" : "false";
        }
    }

    @FunctionalInterface
    private interface Kind {
        Compiled of(Retyping retyping);
    }

    private static Compiled of(String name, Workbench bench, Progress progress, Kind kind) {
        return bench.find(name, type -> type == ColumnType.TEXT)
                .map(column -> kind.of(new Retyping(bench, column, progress)))
                .orElseGet(() -> Compiled.unfit("texts", name));
    }

    /** The texts, trimmed, and null where they say that there is no value; beside them where and as what they stand. */
    private Sql texts() {
        return Sql.of("select place, f" + column + " as raw, " + ValueReading.text("f" + column, ColumnType.BOOLEAN)
                + " as t from " + bench.table());
    }

    private Compiled compiled(As as) {
        var read = read(as);
        var counts = counts(read, as);
        if (count(counts, "values") == 0) {
            return new Compiled(List.of(), true, "Nothing can be read as " + as.words() + ", so the texts stay.");
        }
        var name = bench.field(column).name();
        var type = bench.context().type(name).orElse(count(counts, "fine") > 0 ? as.type() : as.plain());
        if (type != as.type() && type != as.plain()) {
            return Compiled.unfit("What " + name + " stands for here is never read as " + as.words() + ".");
        }
        int typed = bench.inPlaceOf(column, type);
        var edits = new ArrayList<Edit>();
        edits.add(new Edit(
                typed,
                Sql.of("select place, cast(v as " + bench.type(typed) + ") as after from " + read.quoted()
                        + " where v is not null"),
                column));
        if (count(counts, "unread") > 0) {
            edits.add(beside(name + "_unread", "raw", read, "t is not null and v is null"));
        }
        if (count(counts, "units") > 1) {
            edits.add(beside(name + "_unit", "unit", read, "v is not null and unit <> ''"));
        }
        return new Compiled(edits, true, note(as, counts, read, name));
    }

    /** What each row says; a text is read once, in however many rows it stands. */
    private Relation read(As as) {
        var different = bench.keep(
                "different",
                Sql.of("select raw, t, " + ValueReading.value("t", as.type(), as.format()) + " as v, "
                                + (as.type() == ColumnType.DECIMAL ? UNIT : "''")
                                + " as unit from (select distinct raw, t from (")
                        .then(texts())
                        .then("))"),
                progress);
        return bench.keep(
                "read",
                Sql.of("select place, raw, t, v, unit from " + bench.table() + " left join " + different.quoted()
                        + " on f" + column + " = raw"),
                progress);
    }

    private Edit beside(String name, String value, Relation read, String condition) {
        return new Edit(
                bench.texts(name),
                Sql.of("select place, " + value + " as after from " + read.quoted() + " where " + condition));
    }

    private Table counts(Relation read, As as) {
        return bench.engine()
                .table(
                        Sql.of("select count(v) as values, count(*) filter (t is not null and v is null) as unread, "
                                + "count(*) filter (t is null and trim(raw) <> '') as words, count(*) filter ("
                                + as.isFine() + ") as fine, count(*) filter (v is not null and " + as.losesDigits()
                                + ") as lost, count(distinct unit) filter (v is not null) as units from "
                                + read.quoted()),
                        progress);
    }

    private static long count(Table counts, String name) {
        return (long) counts.numbers(name).get(0);
    }

    private static String rows(Table counts, String name) {
        return "%,d %s".formatted(count(counts, name), count(counts, name) == 1 ? "row" : "rows");
    }

    private String note(As as, Table counts, Relation read, String name) {
        var notes = new ArrayList<String>();
        if (!as.format().note().isEmpty()) {
            notes.add(as.format().note().strip());
        }
        if (count(counts, "lost") > 0) {
            notes.add("Noughts at the beginning or digits beyond the fifteenth are lost in %s."
                    .formatted(rows(counts, "lost")));
        }
        if (count(counts, "units") > 1) {
            notes.add(
                    "Not all have the same unit: the units are in %s_unit, and nothing is converted.".formatted(name));
        }
        if (count(counts, "words") > 0) {
            notes.add("A word for no value is missing in %s.".formatted(rows(counts, "words")));
        }
        if (count(counts, "unread") > 0) {
            notes.add("%s cannot be read, such as \"%s\"; the text is in %s_unread."
                    .formatted(rows(counts, "unread"), unread(read), name));
        }
        return String.join(" ", notes);
    }

    /** The text of the most rows that cannot be read. */
    private String unread(Relation read) {
        return bench.engine()
                .table(
                        Sql.of(
                                "select left(raw, 40) from " + read.quoted()
                                        + " where t is not null and v is null group by raw order by count(*) desc, raw limit 1"),
                        progress)
                .columns()
                .getFirst()
                .text(0);
    }
}
