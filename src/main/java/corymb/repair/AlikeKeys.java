package corymb.repair;

import corymb.repair.Matching.Pair;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.work.Progress;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds for keys those of another table that are most alike.
 *
 * <p>Texts are compared in small letters, without accents and superfluous blanks, by the similarity of Jaro and Winkler, of several
 * by its mean; keys that are no texts must be the same. The best is taken when the next is at least {@value #CLEARLY} less alike;
 * else none is. Keys are only compared where they share a block: a run of four letters, or a word or the whole without one letter. Of these each
 * key takes the rarest, up to a number of comparisons that does not grow with the other table; among small tables that is all.
 *
 * <p>References: W. E. Winkler, String comparator metrics and enhanced decision rules in the Fellegi-Sunter model of record
 * linkage, Proceedings of the Section on Survey Research Methods, American Statistical Association, 1990; W. Garbe, SymSpell: words
 * that differ in one letter share what is left without one, 2012. Cost: linear in the keys of both tables, and at most
 * {@value #LEAST_COMPARED} comparisons a key or {@value #MOST_COMPARED} altogether, whichever is more.
 */
final class AlikeKeys {
    private static final int LEAST_COMPARED = 200;
    private static final int MOST_COMPARED = 10_000_000;
    private static final double CLEARLY = 0.02;
    private static final int RUN = 4;
    private static final int LONGEST_WORD = 40;

    private final Workbench bench;
    private final List<Pair> pairs;
    private final double least;
    private String note = "";

    AlikeKeys(Workbench bench, List<Pair> pairs, double least) {
        this.bench = bench;
        this.pairs = pairs;
        this.least = least;
    }

    /**
     * The name of a table with the best (t, similarity) for each key (l); without t where another is nearly as much alike.
     *
     * @param sought the keys as k0 and so on, numbered by l
     * @param known those of the other table, numbered by t
     */
    String best(Relation sought, String known, Progress progress) {
        var left = blocks(plain("l", sought.name(), progress), progress.between(0, 0.2));
        var right = blocks(plain("t", known, progress), progress.between(0.2, 0.4));
        long most = Math.max(LEAST_COMPARED, MOST_COMPARED / sought.rows());
        var rare = bench.beside("rare");
        bench.engine().create(rare, rarest(left, right), progress.between(0.4, 0.5));
        note = note(rare, most);
        var best = bench.beside("best");
        bench.engine().create(best, best(rare, right, most), progress.between(0.5, 1));
        return best;
    }

    /** How many keys had only blocks that are too large, in a sentence. */
    String note() {
        return note;
    }

    private String note(String rare, long most) {
        long passed = (long) bench.engine()
                .number(
                        Sql.of("select count(*) from (select id from " + Sql.name(rare)
                                + " group by id having min(compared) > " + most + ")"),
                        Progress.NONE);
        return passed == 0 ? "" : " %,d keys look like too many others to be compared.".formatted(passed);
    }

    private List<Integer> texts() {
        return IntStream.range(0, pairs.size())
                .filter(i -> pairs.get(i).isText())
                .boxed()
                .toList();
    }

    /** The keys in plain writing as p0 and so on, and the others joined as "same". */
    private String plain(String id, String keys, Progress progress) {
        var table = bench.beside("plain_" + id);
        var others = IntStream.range(0, pairs.size())
                .filter(i -> !pairs.get(i).isText())
                .mapToObj(i -> ", cast(k" + i + " as varchar)")
                .collect(Collectors.joining());
        var columns = texts().stream()
                .map(i -> "trim(regexp_replace(lower(strip_accents(k" + i + ")), '[\\s\\p{Z}]+', ' ', 'g')) as p" + i)
                .collect(Collectors.joining(", "));
        bench.engine()
                .create(
                        table,
                        Sql.of("select " + id + " as id, concat_ws(chr(31), ''" + others + ") as same, " + columns
                                + " from " + Sql.name(keys)),
                        progress);
        return table;
    }

    /** The blocks that each key stands in. */
    private String blocks(String plain, Progress progress) {
        var pieces = texts().stream()
                .flatMap(i -> List.of(
                        // Marks before and behind let the first and last letters count for more.
                        "select id, same, 'r" + i + "' as kind, substr(q, spot, " + RUN
                                + ") as block from (select id, same, q, unnest(range(1, length(q) - "
                                + (RUN - 2) + ")) as spot from (select id, same, '###' || p" + i
                                + " || '###' as q from " + Sql.name(plain) + "))",
                        "select id, same, 'w" + i + "' as kind, substr(w, 1, spot) || substr(w, spot + 2) as block"
                                + " from (select id, same, w, unnest(range(0, length(w) + 1)) as spot from"
                                + " (select id, same, unnest(list_distinct(list_append(string_split(p" + i + ", ' '), p"
                                + i
                                + "))) as w from "
                                + Sql.name(plain) + ") where length(w) <= " + LONGEST_WORD + ")")
                        .stream())
                .collect(Collectors.joining(" union all "));
        var table = bench.beside("blocks_of_" + plain);
        bench.engine()
                .create(
                        table,
                        Sql.of("select distinct id, kind || chr(31) || same || chr(31) || block as block from ("
                                + pieces + ")"),
                        progress);
        return table;
    }

    /** The blocks of each key that the other table has too, with how many of its keys stand in them and in those that are rarer. */
    private static Sql rarest(String left, String right) {
        return Sql.of("select id, block, sum(n) over (partition by id order by n, block rows unbounded preceding)"
                + " as compared from " + Sql.name(left) + " join (select block, count(*) as n from " + Sql.name(right)
                + " group by block) using (block)");
    }

    private Sql best(String rare, String right, long most) {
        var texts = texts();
        var likeness = texts.stream()
                .map(i -> "jaro_winkler_similarity(x.p" + i + ", y.p" + i + ")")
                .collect(Collectors.joining(" + "));
        return Sql.of(
                "select l, case when next is null or similarity - next >= " + CLEARLY
                        + " then t end as t, similarity from (select l, max(s) as similarity, arg_max(t, s) as t,"
                        + " max(s, 2)[2] as next from (select l, t, (" + likeness + ") / " + texts.size()
                        + " as s from (select distinct a.id as l, b.id as t from " + Sql.name(rare) + " a join "
                        + Sql.name(right) + " b using (block) where a.compared <= " + most + ") join "
                        + Sql.name(bench.beside("plain_l")) + " x on x.id = l join "
                        + Sql.name(bench.beside("plain_t"))
                        + " y on y.id = t where s >= cast(? as double)) group by l having max(s) >= cast(? as double))",
                least - CLEARLY,
                // A similarity is a quotient, such as 0.9 that is stored as a little less.
                least - 1e-9);
    }
}
