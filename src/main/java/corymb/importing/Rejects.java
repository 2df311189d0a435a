package corymb.importing;

import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The rows of imported files that were not taken: one table to take away, and the way back in for those that were repaired. */
public final class Rejects {
    private Rejects() {}

    /**
     * Source, line, column, text and reason of each row that was not taken; its entry where one of the sources, of which there
     * is at least one, was read from several, and the import where one of them has several.
     */
    public static Sql of(List<Source> sources) {
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("No source, no columns");
        }
        boolean hasEntries = sources.stream().anyMatch(Source::hasEntries);
        boolean hasImports =
                sources.stream().anyMatch(source -> source.counted().size() > 1);
        return Sql.join(
                " union all ",
                sources.stream()
                        .map(source -> of(source, hasEntries, hasImports))
                        .toList());
    }

    private static Sql of(Source source, boolean hasEntries, boolean hasImports) {
        var entry = source.hasEntries() ? ", entry" : ", '' as entry";
        var number = source.counted().size() > 1
                ? ", import"
                : ", " + source.batches().size() + " as import";
        return Sql.of(
                        "select cast(? as varchar) as source, line, \"column\", text, reason"
                                + (hasEntries ? entry : "") + (hasImports ? number : "") + " from (",
                        source.name())
                .then(source.rejects())
                .then(")");
    }

    /**
     * Some of the rows of a source that were not taken.
     *
     * @param reason only those that were not taken for that reason; empty for all
     * @param from how many are passed over
     * @param most how many there are at most
     */
    public record Asked(String reason, long from, int most) {}

    /** Rows of a source that were not taken, each as its cells. */
    public static List<RejectedRow> rows(Engine engine, Source source, Asked asked, Progress progress) {
        var rows = new ArrayList<RejectedRow>();
        int columns = source.rejectColumns().fields().size();
        engine.forEachRow(
                Sql.of("select * from (")
                        .then(source.rejects())
                        .then(
                                ") where ? = '' or reason = ? limit " + asked.most() + " offset " + asked.from(),
                                asked.reason(),
                                asked.reason()),
                row -> {
                    int number = source.counted().size() > 1
                            ? ((Number) row.get(columns - 1)).intValue()
                            : source.batches().size();
                    rows.add(new RejectedRow(
                            number,
                            ((Number) row.get(0)).longValue(),
                            source.hasEntries() ? String.valueOf(row.get(4)) : "",
                            String.valueOf(row.get(1)),
                            String.valueOf(row.get(3)),
                            RejectedRow.cells(
                                    String.valueOf(row.get(2)),
                                    source.batches().get(number - 1).plan())));
                },
                progress);
        return rows;
    }

    /**
     * The source with the rows in it that can be taken now that they are repaired, and without its repairs; the others stay with
     * their reason.
     *
     * @param rows rows of counted imports that were not taken, with other cells
     * @param relationName how the names of all new relations begin
     * @throws corymb.work.Failure when a row is none of those that were not taken
     */
    public static Source resubmit(
            Engine engine, Source source, List<RejectedRow> rows, String relationName, Progress progress) {
        var byImport = new TreeMap<Integer, List<RejectedRow>>();
        rows.forEach(row ->
                byImport.computeIfAbsent(row.number(), _ -> new ArrayList<>()).add(row));
        var repaired = source;
        for (var entry : byImport.entrySet()) {
            var part = new Resubmission(engine, repaired, entry.getKey(), relationName + "_" + entry.getKey());
            repaired = part.run(entry.getValue(), progress);
        }
        return repaired;
    }
}
