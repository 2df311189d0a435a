package corymb.repair;

import corymb.sql.Dialect;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.table.ColumnType;
import corymb.table.Field;
import corymb.work.Progress;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The rows of a workbench matched to those of another table, in tables beside them: the other rows (r, k0 …, b0 …), their
 * different keys (t, k0 …, n, pick, where pick is the row that is taken) and the matches (place, t, pick, status, similarity).
 *
 * <p>Cost: one grouping of the other rows and one hash join.
 */
final class Matching {
    static final String EXACT = "exact";
    static final String SIMILAR = "similar";
    static final String SEVERAL = "several";
    static final String NONE = "none";

    private final Lookup lookup;
    private final Workbench bench;
    private final Relation other;
    private final List<Pair> pairs;
    private final List<Integer> own;
    private final String others;
    private final String keys;
    private final String matches;
    private String note = "";

    /**
     * A pair of keys as values of a type that both can have.
     *
     * @param name the column on the workbench
     * @param left its value there, as SQL
     * @param right its value in the other table, as SQL
     * @param isText whether they are compared as texts
     */
    record Pair(String name, String left, String right, boolean isText) {
        static Pair of(Field left, String leftCell, Field right) {
            var type = common(left.type(), right.type());
            return new Pair(
                    left.name(),
                    value(leftCell, left.type(), type),
                    value(Sql.name(right.name()), right.type(), type),
                    type == ColumnType.TEXT);
        }

        private static ColumnType common(ColumnType one, ColumnType other) {
            if (one == other) {
                return one;
            }
            if (one.isNumeric() && other.isNumeric()) {
                return ColumnType.DECIMAL;
            }
            return one.isTemporal() && other.isTemporal() ? ColumnType.TIMESTAMP : ColumnType.TEXT;
        }

        /** The value as that type; nothing but blanks is missing. */
        private static String value(String cell, ColumnType from, ColumnType to) {
            if (from == ColumnType.TEXT) {
                return "case when trim(" + cell + ") <> '' then " + cell + " end";
            }
            return from == to
                    ? cell
                    : "cast(" + cell + " as " + Dialect.DUCKDB.spelling().type(to) + ")";
        }
    }

    private Matching(Lookup lookup, Workbench bench, Relation other, List<Pair> pairs) {
        this.lookup = lookup;
        this.bench = bench;
        this.other = other;
        this.pairs = pairs;
        this.own = bench.columns();
        this.others = bench.beside("others");
        this.keys = bench.beside("keys");
        this.matches = bench.beside("matches");
    }

    /** Matches all rows. */
    static Matching of(Lookup lookup, Workbench bench, Relation other, Wanted wanted, Progress progress) {
        var matching = new Matching(lookup, bench, other, wanted.pairs());
        matching.gather(wanted, progress.between(0, 0.2));
        matching.match(progress.between(0.2, 0.4));
        if (lookup.isFuzzy()) {
            matching.matchAlike(progress.between(0.4, 1));
        }
        return matching;
    }

    /**
     * What is wanted of the other rows.
     *
     * @param pairs the keys
     * @param brought the values to bring, as SQL
     * @param age what says how new a row is, as SQL
     */
    record Wanted(List<Pair> pairs, List<String> brought, String age) {}

    private void gather(Wanted wanted, Progress progress) {
        var cells = numbered(pairs.size(), i -> pairs.get(i).right() + " as k" + i)
                + IntStream.range(0, wanted.brought().size())
                        .mapToObj(i -> ", " + wanted.brought().get(i) + " as b" + i)
                        .collect(Collectors.joining());
        bench.engine()
                .create(
                        others,
                        Sql.of("select row_number() over () - 1 as r, " + cells + ", " + wanted.age() + " as age from "
                                + other.quoted()),
                        progress);
        var pick = switch (lookup.several()) {
            case NONE -> "case when count(*) = 1 then min(r) end";
            case FIRST -> "min(r)";
            case NEWEST -> "arg_max(r, {'known': age is not null, 'age': age, 'r': r})";
        };
        bench.engine()
                .create(
                        keys,
                        Sql.of("select row_number() over () as t, * from (select " + cells("") + ", count(*) as n, "
                                + pick
                                + " as pick from " + Sql.name(others) + " where " + present("") + " group by "
                                + cells("")
                                + ")"),
                        progress);
    }

    private void match(Progress progress) {
        progress.report(0, "Matching rows to " + lookup.source());
        bench.engine()
                .create(
                        matches,
                        Sql.of("select place, t, pick, case when pick is null then '" + SEVERAL + "' else '" + EXACT
                                + "' end as status, cast(null as double) as similarity from " + asking() + " b join "
                                + Sql.name(keys) + " k on " + same("b", "k")),
                        progress);
    }

    /** Adds matches of rows whose keys are alike. */
    private void matchAlike(Progress progress) {
        progress.report(0, "Comparing keys that differ");
        var sought = bench.beside("sought");
        var different = bench.engine()
                .create(
                        sought,
                        Sql.of("select row_number() over () as l, * from (select distinct " + cells("b.") + " from "
                                + asking()
                                + " b where " + present("b.") + " and not exists (select 1 from " + Sql.name(keys)
                                + " k where " + same("b", "k") + "))"),
                        progress.between(0, 0.1));
        if (different.rows() == 0) {
            return;
        }
        var alike = new AlikeKeys(bench, pairs, lookup.similar());
        var best = alike.best(different, keys, progress.between(0.1, 0.9));
        note = alike.note();
        bench.engine()
                .run(
                        Sql.of("insert into " + Sql.name(matches)
                                + " select place, a.t, pick, case when pick is null then '"
                                + SEVERAL + "' else '" + SIMILAR + "' end, a.similarity from " + asking() + " b join "
                                + Sql.name(sought) + " s on " + same("b", "s") + " join " + Sql.name(best)
                                + " a on a.l = s.l left join " + Sql.name(keys) + " k on k.t = a.t"),
                        progress.between(0.9, 1));
    }

    /** The rows of the bench with their keys. */
    private String asking() {
        return "(select place, " + numbered(pairs.size(), i -> pairs.get(i).left() + " as k" + i) + " from "
                + bench.table() + ")";
    }

    private String cells(String alias) {
        return numbered(pairs.size(), i -> alias + "k" + i);
    }

    private String present(String alias) {
        return IntStream.range(0, pairs.size())
                .mapToObj(i -> alias + "k" + i + " is not null")
                .collect(Collectors.joining(" and "));
    }

    private String same(String one, String other) {
        return IntStream.range(0, pairs.size())
                .mapToObj(i -> one + ".k" + i + " = " + other + ".k" + i)
                .collect(Collectors.joining(" and "));
    }

    static String numbered(int count, IntFunction<String> piece) {
        return IntStream.range(0, count).mapToObj(piece).collect(Collectors.joining(", "));
    }

    /** What was not compared, in a sentence; empty where all was. */
    String note() {
        return note;
    }

    /** Where a row is matched, and how. */
    Sql statuses() {
        return Sql.of("select place, status as after from " + Sql.name(matches));
    }

    /** Where a row was matched by keys that are alike, and how much they are. */
    Sql similarities() {
        return Sql.of("select place, similarity as after from " + Sql.name(matches) + " where similarity is not null");
    }

    /** Where a row gets a value from the other table. */
    Sql values(int brought) {
        return Sql.of("select place, b" + brought + " as after from " + Sql.name(matches) + " m join "
                + Sql.name(others) + " o on m.pick = o.r where b" + brought + " is not null");
    }

    Matches counts(Progress progress) {
        var counts = bench.engine()
                .table(
                        Sql.of("select "
                                + numbered(
                                        3,
                                        i -> "count(*) filter (where status = '"
                                                + List.of(EXACT, SIMILAR, SEVERAL)
                                                        .get(i) + "') as c" + i)
                                + ", (select count(*) from " + bench.table() + ") as whole, (select count(*) from ("
                                + unaskedRows() + ")) as unasked from " + Sql.name(matches)),
                        progress);
        long exact = (long) counts.numbers("c0").get(0);
        long similar = (long) counts.numbers("c1").get(0);
        long several = (long) counts.numbers("c2").get(0);
        long whole = (long) counts.numbers("whole").get(0);
        return new Matches(exact, similar, several, whole - exact - similar - several, (long)
                counts.numbers("unasked").get(0));
    }

    /** The numbers r of the other rows that nobody asked for. */
    private String unaskedRows() {
        return "select r from " + Sql.name(others) + " o where not exists (select 1 from (select * from "
                + Sql.name(keys) + " where t in (select t from " + Sql.name(matches) + " where t is not null)) k where "
                + same("o", "k") + ")";
    }

    /** The rows without a match as they were before, with the reason in a column of that name and the similarity where it matters. */
    Sql unmatched(String reason) {
        return Sql.of("select " + ownCells() + ", coalesce(m.status, '" + NONE + "') as " + Sql.name(reason)
                + (lookup.isFuzzy() ? ", m.similarity as " + Sql.name(reason + "_similarity") : "") + " from "
                + bench.table() + " b left join " + Sql.name(matches)
                + " m using (place) where m.status is null or m.status = '"
                + SEVERAL + "' order by b.place");
    }

    private String ownCells() {
        return own.stream()
                .map(column ->
                        "b.f" + column + " as " + Sql.name(bench.field(column).name()))
                .collect(Collectors.joining(", "));
    }

    /** The other rows that nobody asked for. */
    Sql unasked() {
        var names = other.schema().names();
        return Sql.of("select " + numbered(names.size(), i -> "c" + i + " as " + Sql.name(names.get(i)))
                + " from (select row_number() over () - 1 as r, * from (select * from " + other.quoted()
                + ") as rows_of(" + numbered(names.size(), i -> "c" + i) + ")) where r in (" + unaskedRows()
                + ") order by r");
    }

    /** The keys of rows that are alike beside those they were matched to, the most doubtful first. */
    Sql similar() {
        var names = pairs.stream().map(Pair::name).toList();
        return Sql.of("select place + 1 as " + Sql.name("row") + ", "
                + numbered(
                        names.size(),
                        i -> "b.k" + i + " as " + Sql.name(names.get(i)) + ", o.k" + i + " as "
                                + Sql.name(lookup.mark(names.get(i))))
                + ", m.similarity as " + Sql.name(lookup.mark("similarity")) + " from " + asking() + " b join "
                + Sql.name(matches) + " m using (place) join " + Sql.name(others)
                + " o on m.pick = o.r where m.status = '" + SIMILAR + "' order by m.similarity, place");
    }
}
