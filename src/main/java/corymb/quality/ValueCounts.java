package corymb.quality;

import corymb.importing.ImportedColumn;
import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.table.Table;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How often the values of a column are there.
 *
 * @param distinct how many different values
 * @param unique how many of them stand in one row only
 * @param top the most frequent, most frequent first
 * @param bottom the least frequent, least frequent first, where the most frequent are not all
 */
record ValueCounts(DistinctCount distinct, DistinctCount unique, List<ValueCount> top, List<ValueCount> bottom) {
    private static final int MOST = 10;

    /**
     * Groups the rows of a table by a column.
     *
     * <p>Cost: one pass and, for all values, memory for the different ones.
     */
    record Grouping(Engine engine, Relation rows, ImportedColumn column, Progress progress) {
        ValueCounts all() {
            var answers = engine.table(
                    Sql.of("with counts as materialized (select " + name() + " as value, count(*) as n" + present()
                            + " group by 1) select 'all' as kind, null as value, count(*) as n, count(*) filter (n = 1) as once"
                            + " from counts union all (select 'top', value, n, 0 from counts order by n desc, value limit "
                            + MOST + ") union all (select 'bottom', value, n, 0 from counts order by n, value limit "
                            + MOST + ")"),
                    progress);
            long distinct = total(answers, "n");
            return new ValueCounts(
                    new DistinctCount(distinct, false),
                    new DistinctCount(total(answers, "once"), false),
                    counts(answers, "top", Comparator.comparingLong(count -> -count.rows())),
                    distinct > MOST
                            ? counts(answers, "bottom", Comparator.comparingLong(ValueCount::rows))
                            : List.of());
        }

        /**
         * Estimates from one value of each so many, with all rows that hold it, how many there are and how many of them stand
         * in one row only; which are most frequent stays unknown. Typically right to 0.5 %.
         *
         * <p>Reference: P. B. Gibbons, Distinct sampling for highly-accurate answers to distinct values queries and event
         * reports, Proceedings of the 27th VLDB Conference, 2001, pages 541-550.
         *
         * @param distinct roughly how many different values there are
         */
        ValueCounts estimated(long distinct) {
            long part = Math.max(1, distinct / Profiling.FEW_TO_GROUP);
            var answers = engine.table(
                    Sql.of("select count(*) as n, count(*) filter (n = 1) as once from (select count(*) as n"
                            + present() + " and hash(" + name() + ") % " + part + " = 0 group by " + name() + ")"),
                    progress);
            return new ValueCounts(
                    new DistinctCount(part * (long) answers.numbers("n").get(0), true),
                    new DistinctCount(part * (long) answers.numbers("once").get(0), true),
                    List.of(),
                    List.of());
        }

        /** The most frequent shapes of texts, most frequent first. */
        Shapes shapes() {
            var answers = engine.table(
                    Sql.of("select 'shape' as kind, " + Shape.of("value") + " as value, cast(sum(n) as bigint) as n, "
                            + "cast(sum(sum(n)) over () as bigint) as counted from (select " + name()
                            + " as value, count(*) as n" + present()
                            + " group by 1) group by 2 order by n desc, 2 limit "
                            + MOST),
                    progress);
            long counted = answers.rowCount() == 0
                    ? 0
                    : (long) answers.numbers("counted").get(0);
            return new Shapes(counts(answers, "shape", Comparator.comparingLong(count -> -count.rows())), counted);
        }

        private String name() {
            return Sql.name(column.name());
        }

        private String present() {
            return " from " + rows.quoted() + " where " + name() + " is not null";
        }
    }

    private static long total(Table answers, String name) {
        for (int row = 0; row < answers.rowCount(); row++) {
            if (answers.text(row, "kind").equals("all")) {
                return (long) answers.numbers(name).get(row);
            }
        }
        throw new IllegalStateException("A grouping without its total");
    }

    /** The counts of a kind; equal ones stay as the engine ordered them. */
    private static List<ValueCount> counts(Table answers, String kind, Comparator<ValueCount> order) {
        var counts = new ArrayList<ValueCount>();
        for (int row = 0; row < answers.rowCount(); row++) {
            if (answers.text(row, "kind").equals(kind)) {
                counts.add(new ValueCount(ShownText.of(answers.text(row, "value")), (long)
                        answers.numbers("n").get(row)));
            }
        }
        counts.sort(order);
        return counts;
    }
}
