package corymb.quality;

import corymb.importing.Source;
import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.table.Table;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Counts which columns go missing together.
 *
 * <p>Each row becomes a number whose bits are its missing columns, or several such numbers where there are many columns.
 *
 * <p>Cost: one pass over the columns in which something is missing.
 */
record MissingTogether(Engine engine, Source source, List<ColumnProfile> columns, Progress progress) {
    private static final int MOST_SETS = 12;

    /** As many bits as a double holds exactly. */
    private static final int BITS = 52;

    Missingness count() {
        var gappy = columns.stream()
                .filter(column -> column.missing() > 0)
                .map(ColumnProfile::name)
                .toList();
        if (gappy.isEmpty()) {
            return new Missingness(source.accepted(), List.of());
        }
        var answers = engine.table(query(gappy), progress);
        long complete = 0;
        var sets = new ArrayList<Missingness.Together>();
        for (int row = 0; row < answers.rowCount(); row++) {
            var missing = missing(answers, row, gappy);
            long rows = (long) answers.numbers("n").get(row);
            if (missing.isEmpty()) {
                complete = rows;
            } else if (sets.size() < MOST_SETS) {
                sets.add(new Missingness.Together(missing, rows));
            }
        }
        return new Missingness(complete, sets);
    }

    /** The most frequent sets, and the empty one wherever it comes. */
    private Sql query(List<String> gappy) {
        int words = Math.ceilDiv(gappy.size(), BITS);
        var masks = IntStream.range(0, words)
                .mapToObj(word ->
                        mask(gappy.subList(word * BITS, Math.min(gappy.size(), (word + 1) * BITS))) + " as m" + word)
                .collect(Collectors.joining(", "));
        var names = IntStream.range(0, words).mapToObj(word -> "m" + word).toList();
        var none = names.stream().map(name -> name + " = 0").collect(Collectors.joining(" and "));
        return Sql.of("select " + String.join(", ", names) + ", count(*) as n from (select " + masks + " from "
                + source.data().quoted() + ") group by " + String.join(", ", names) + " order by (" + none
                + ") desc, n desc, "
                + String.join(", ", names) + " limit " + (MOST_SETS + 1));
    }

    private static String mask(List<String> gappy) {
        return IntStream.range(0, gappy.size())
                .mapToObj(
                        bit -> "case when " + Sql.name(gappy.get(bit)) + " is null then " + (1L << bit) + " else 0 end")
                .collect(Collectors.joining(" + ", "cast(", " as bigint)"));
    }

    private static List<String> missing(Table answers, int row, List<String> gappy) {
        return IntStream.range(0, gappy.size())
                .filter(at -> ((long) answers.numbers("m" + at / BITS).get(row) >> (at % BITS) & 1) == 1)
                .mapToObj(gappy::get)
                .toList();
    }
}
