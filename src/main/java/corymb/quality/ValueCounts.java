package corymb.quality;

import corymb.importing.ImportedColumn;
import corymb.sql.Engine;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.table.Table;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How often the values of a column are there.
 *
 * @param distinct how many different values
 * @param unique how many of them stand in one row only
 * @param top the most frequent, most frequent first
 * @param bottom the least frequent, least frequent first, where the most frequent are not all
 */
record ValueCounts(DistinctCount distinct, DistinctCount unique, List<ValueCount> top, List<ValueCount> bottom) {
    /** How many of the most and of the least frequent values are kept. */
    static final int MOST = 10;

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
            var shaped = engine.table(
                    Sql.of("select value, n, case when strlen(value) > length(value) then " + Shape.of("value")
                            + " end as shape from (select " + name() + " as value, count(*) as n" + present()
                            + " group by 1)"),
                    progress);
            var rows = new HashMap<String, Long>();
            var values = shaped.column("value");
            var shapes = shaped.column("shape");
            var counts = shaped.numbers("n");
            for (int row = 0; row < shaped.rowCount(); row++) {
                var shape = shapes.isMissing(row) ? Shape.ofPlain(values.text(row)) : shapes.text(row);
                rows.merge(shape, (long) counts.get(row), Long::sum);
            }
            var most = rows.entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(MOST)
                    .map(shape -> new ValueCount(ShownText.of(shape.getKey()), shape.getValue()))
                    .toList();
            return new Shapes(
                    most, rows.values().stream().mapToLong(Long::longValue).sum());
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
