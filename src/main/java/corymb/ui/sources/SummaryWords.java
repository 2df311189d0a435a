package corymb.ui.sources;

import corymb.chart.Numbers;
import corymb.importing.ImportedColumn;
import corymb.importing.Mode;
import corymb.importing.Source;
import corymb.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What an import will do, in words, as trying it out has shown. */
final class SummaryWords {
    private static final int COLUMNS_SHOWN = 5;

    private SummaryWords() {}

    /** What becomes of the rows of the file, of those that are there, and of values that cannot be read. */
    static String of(Source tried, MeetingModel meeting) {
        var numbers = Numbers.local();
        var batch = tried.newest();
        var counts = batch.counts();
        var lines = new ArrayList<String>();
        boolean isNew = meeting.existingProperty().get().isEmpty();
        boolean isWhole = counts.rejected() == 0 && batch.repeated() == 0;
        lines.add((isNew && isWhole
                        ? Texts.of("import.summaryWhole", numbers.count(counts.rows()))
                        : isNew
                                ? Texts.of(
                                        "import.summary",
                                        numbers.count(counts.rows()),
                                        numbers.count(counts.accepted()),
                                        numbers.count(counts.rejected()),
                                        numbers.count(batch.repeated()))
                                : Texts.of(
                                        "import.summaryBeside",
                                        numbers.count(counts.rows()),
                                        numbers.count(counts.rejected()),
                                        numbers.count(batch.repeated())))
                + skipped(tried));
        meeting.existingProperty().get().ifPresent(there -> lines.addAll(meeting(tried, there)));
        unreadable(tried).limit(COLUMNS_SHOWN).forEach(lines::add);
        return String.join("\n", lines);
    }

    private static List<String> meeting(Source tried, Source there) {
        var numbers = Numbers.local();
        var batch = tried.newest();
        var words = switch (batch.mode()) {
            case Mode.Replace _ -> Texts.of("import.willReplace", numbers.count(there.accepted()));
            case Mode.Append _ ->
                Texts.of("import.willAppend", numbers.count(batch.added()), numbers.count(batch.known()));
            case Mode.Upsert _ ->
                Texts.of(
                        "import.willUpsert",
                        numbers.count(batch.added()),
                        numbers.count(batch.updated()),
                        numbers.count(batch.known()));
        };
        return List.of(words, Texts.of("import.rowsThen", tried.name(), numbers.count(tried.accepted())));
    }

    private static Stream<String> unreadable(Source tried) {
        return tried.newest().columns().stream()
                .filter(column -> column.unreadable() > 0)
                .map(SummaryWords::unreadable);
    }

    private static String unreadable(ImportedColumn column) {
        return Texts.of("import.unreadable", Numbers.local().count(column.unreadable()), column.name());
    }

    private static String skipped(Source source) {
        long lines = source.newest().counts().skippedLines();
        return lines == 0
                ? ""
                : " " + Texts.of("import.skippedLines", Numbers.local().count(lines));
    }
}
