package corymb.repair;

import corymb.sql.Sql;
import corymb.table.ColumnType;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.work.Parallel;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of each different text of a column, in a table of the engine.
 *
 * @param edit the change of the rows
 * @param unread how many rows hold a text that was not understood
 * @param example one of those texts, of the most rows
 */
record Mapping(Edit edit, long unread, String example) {
    /** Texts as long as this are told by their beginning. */
    private static final int LONGEST = 40;

    static Mapping of(TextRepair repair, int column, Workbench bench, int number, Progress progress) {
        var context = bench.find(repair.context()).filter(at -> bench.field(at).type() == ColumnType.TEXT);
        var beside = context.map(at -> "coalesce(f" + at + ", '')").orElse("''");
        var found = new Found(TextRepairs.of(repair), progress);
        bench.engine()
                .forEachRow(
                        Sql.of("select f" + column + ", " + beside + ", count(*) from " + bench.table() + " where f"
                                + column + " is not null group by 1, 2"),
                        row -> found.add(
                                new Text(String.valueOf(row.get(0)), String.valueOf(row.get(1)), (Long) row.get(2))),
                        progress);
        found.mend();
        var mapping = bench.fill("mapping_" + number, found.table(), progress);
        var edit = new Edit(
                column,
                Sql.of("select place, after from " + bench.table() + " join " + mapping.quoted() + " on f" + column
                        + " = before and " + beside + " = context"));
        return new Mapping(edit, found.unread, found.example.text());
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

    /** A text beside its context, and how many rows hold it. */
    private record Text(String text, String context, long rows) {
        /** The one of the most rows first. */
        static final Comparator<Text> ORDER = Comparator.comparingLong(Text::rows)
                .reversed()
                .thenComparing(Text::text)
                .thenComparing(Text::context);
    }

    /** The texts that change; worked out many at a time, on all cores. */
    private static final class Found {
        private static final int AT_ONCE = 65_536;
        private static final int BLOCK = 1_024;

        private final TextRepairs.Function function;
        private final Progress progress;
        private final List<Text> waiting = new ArrayList<>();
        private final List<String> before = new ArrayList<>();
        private final List<String> context = new ArrayList<>();
        private final List<@Nullable String> after = new ArrayList<>();
        private long unread;
        private Text example = new Text("", "", 0);

        Found(TextRepairs.Function function, Progress progress) {
            this.function = function;
            this.progress = progress;
        }

        void add(Text text) {
            waiting.add(text);
            if (waiting.size() == AT_ONCE) {
                mend();
            }
        }

        void mend() {
            var mended = new Mended[waiting.size()];
            Parallel.forBlocks(mended.length, BLOCK, progress, (_, from, to) -> {
                for (int i = from; i < to; i++) {
                    mended[i] =
                            function.of(waiting.get(i).text(), waiting.get(i).context());
                }
            });
            for (int i = 0; i < mended.length; i++) {
                keep(waiting.get(i), mended[i]);
            }
            waiting.clear();
        }

        private void keep(Text text, Mended mended) {
            if (!mended.isUnderstood()) {
                example = Text.ORDER.compare(text, example) < 0 ? text : example;
                unread += text.rows();
            } else if (!text.text().equals(mended.text())) {
                before.add(text.text());
                context.add(text.context());
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
