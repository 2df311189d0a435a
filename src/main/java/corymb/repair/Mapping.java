package corymb.repair;

import corymb.sql.Sql;
import corymb.table.ColumnType;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of each different text of a column, in a table of the engine.
 *
 * @param edit the change of the rows
 * @param unread how many rows hold a text that was not understood
 * @param example one of those texts
 */
record Mapping(Edit edit, long unread, String example) {
    /** Texts as long as this are told by their beginning. */
    private static final int LONGEST = 40;

    static Mapping of(TextRepair repair, int column, Workbench bench, int number, Progress progress) {
        var context = bench.find(repair.context()).filter(at -> bench.field(at).type() == ColumnType.TEXT);
        var beside = context.map(at -> "coalesce(f" + at + ", '')").orElse("''");
        var found = new Found();
        var function = TextRepairs.of(repair);
        bench.engine()
                .forEachRow(
                        Sql.of("select f" + column + ", " + beside + ", count(*) from " + bench.table() + " where f"
                                + column + " is not null group by 1, 2 order by 3 desc, 1, 2"),
                        row -> found.add(
                                String.valueOf(row.get(0)), String.valueOf(row.get(1)), (Long) row.get(2), function),
                        progress);
        var mapping = bench.fill("mapping_" + number, found.table(), progress);
        var edit = new Edit(
                column,
                Sql.of("select place, after from " + bench.table() + " join " + mapping.quoted() + " on f" + column
                        + " = before and " + beside + " = context"));
        return new Mapping(edit, found.unread, found.example);
    }

    /** What was not understood, in a sentence. */
    Optional<String> note() {
        if (unread == 0) {
            return Optional.empty();
        }
        var text = example.length() > LONGEST ? example.substring(0, LONGEST) + "…" : example;
        return Optional.of("%,d %s as %s, such as \"%s\"."
                .formatted(unread, unread == 1 ? "row stays" : "rows stay", unread == 1 ? "it is" : "they are", text));
    }

    /** The texts that change. */
    private static final class Found {
        private final List<String> before = new ArrayList<>();
        private final List<String> context = new ArrayList<>();
        private final List<@Nullable String> after = new ArrayList<>();
        private long unread;
        private String example = "";

        void add(String text, String beside, long rows, TextRepairs.Function function) {
            var mended = function.of(text, beside);
            if (!mended.isUnderstood()) {
                example = unread == 0 ? text : example;
                unread += rows;
            } else if (!text.equals(mended.text())) {
                before.add(text);
                context.add(beside);
                after.add(mended.text());
            }
        }

        Table table() {
            return new Table(List.of(
                    new TextColumn("before", before),
                    new TextColumn("context", context),
                    new TextColumn("after", after)));
        }
    }
}
