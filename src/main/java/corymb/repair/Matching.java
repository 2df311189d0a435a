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
 * The rows of a workbench matched to those of another table, by tables beside them: the other rows (r, k0 …, b0 …), their
 * different keys (t, k0 …, pick, where pick is the row that is taken), the answer to each key that has one (k0 …, t, pick, status,
 * similarity) and how many rows asked for it (t, status, n).
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
    private final String answers;
    private final String asked;
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
        this.answers = bench.beside("answers");
        this.asked = bench.beside("asked");
    }

    /** Matches all rows. */
    static Matching of(Lookup lookup, Workbench bench, Relation other, Wanted wanted, Progress progress) {
        var matching = new Matching(lookup, bench, other, wanted.pairs());
        matching.gather(wanted, progress.between(0, 0.2));
        matching.match(progress.between(0.2, 0.3));
        if (lookup.isFuzzy()) {
            matching.matchAlike(progress.between(0.3, 0.9));
        }
        matching.count(progress.between(0.9, 1));
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
                        answers,
                        Sql.of("select " + cells("") + ", t, pick, case when pick is null then '" + SEVERAL
                                + "' else '" + EXACT + "' end as status, cast(null as double) as similarity from "
                                + Sql.name(keys)),
                        progress);
    }

    /** Adds the answers to keys that are alike. */
    private void matchAlike(Progress progress) {
        progress.report(0, "Comparing keys that differ");
        var sought = bench.beside("sought");
        var different = bench.engine()
                .create(
                        sought,
                        Sql.of("select row_number() over () as l, * from (select distinct " + cells("b.") + " from "
                                + asking() + " b where " + present("b.") + " and not exists (select 1 from "
                                + Sql.name(keys) + " k where " + same("b", "k") + "))"),
                        progress.between(0, 0.1));
        if (different.rows() == 0) {
            return;
        }
        var alike = new AlikeKeys(bench, pairs, lookup.similar());
        var best = alike.best(different, keys, progress.between(0.1, 1));
        note = alike.note();
        bench.engine()
                .run(
                        Sql.of("insert into " + Sql.name(answers) + " select " + cells("s.")
                                + ", a.t, k.pick, case when k.pick is null then '" + SEVERAL + "' else '" + SIMILAR
                                + "' end, a.similarity from " + Sql.name(sought) + " s join " + Sql.name(best)
                                + " a on a.l = s.l left join " + Sql.name(keys) + " k on k.t = a.t"),
                        progress);
    }

    private void count(Progress progress) {
        bench.engine()
                .create(
                        asked,
                        Sql.of("select t, status, count(*) as n from " + asking() + " b join " + Sql.name(answers)
                                + " a on " + same("b", "a") + " group by t, status"),
                        progress);
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

    /** All rows b of the bench with the answer a to their keys and the other row o that was taken, as SQL. */
    String joined() {
        var keyed = IntStream.range(0, pairs.size())
                .mapToObj(i -> pairs.get(i).left() + " = a.k" + i)
                .collect(Collectors.joining(" and "));
        return bench.table() + " b left join (" + Sql.name(answers) + " a left join " + Sql.name(others)
                + " o on a.pick = o.r) on " + keyed;
    }

    Matches counts(Progress progress) {
        var statuses = List.of(EXACT, SIMILAR, SEVERAL);
        var counts = bench.engine()
                .table(
                        Sql.of("select "
                                + numbered(
                                        3,
                                        i -> "coalesce(sum(n) filter (where status = '" + statuses.get(i)
                                                + "'), 0) as c" + i)
                                + ", (select count(*) from " + bench.table() + ") as c3, (select count(*) from ("
                                + unaskedRows() + ")) as c4 from " + Sql.name(asked)),
                        progress);
        var numbers = IntStream.range(0, 5)
                .mapToLong(i -> (long) counts.numbers("c" + i).get(0))
                .toArray();
        return new Matches(
                numbers[0], numbers[1], numbers[2], numbers[3] - numbers[0] - numbers[1] - numbers[2], numbers[4]);
    }

    /** The numbers r of the other rows that nobody asked for. */
    private String unaskedRows() {
        return "select r from " + Sql.name(others) + " o where not exists (select 1 from (select * from "
                + Sql.name(keys) + " where t in (select t from " + Sql.name(asked) + " where t is not null)) k where "
                + same("o", "k") + ")";
    }

    /** The rows without a match as they were before, with the reason in a column of that name and the similarity where it matters. */
    Sql unmatched(String reason) {
        return Sql.of("select " + ownCells() + ", coalesce(a.status, '" + NONE + "') as " + Sql.name(reason)
                + (lookup.isFuzzy() ? ", a.similarity as " + Sql.name(reason + "_similarity") : "") + " from "
                + joined() + " where a.status is null or a.status = '" + SEVERAL + "' order by b.place");
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
        var both = numbered(
                names.size(),
                i -> "a.k" + i + " as " + Sql.name(names.get(i)) + ", o.k" + i + " as "
                        + Sql.name(lookup.mark(names.get(i))));
        return Sql.of("select b.place + 1 as " + Sql.name("row") + ", " + both + ", a.similarity as "
                + Sql.name(lookup.mark("similarity")) + " from " + joined() + " where a.status = '" + SIMILAR
                + "' order by a.similarity, b.place");
    }
}
