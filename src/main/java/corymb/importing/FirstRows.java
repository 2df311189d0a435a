package corymb.importing;

import corymb.reading.ValueFormat;
import corymb.reading.ValueReading;
import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.table.Column;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The first rows of a file, as they stand there and as they come out when they are read as planned.
 *
 * @param plan how they are read
 * @param written the texts of the file's columns
 * @param read the values of the stored columns that the file fills; missing where there is none or it cannot be read
 */
public record FirstRows(ImportPlan plan, Table written, Table read) {
    /**
     * Reads the rows of a preview by the same SQL as a whole file. Where they do not tell how their dates and numbers are
     * written, the longer look at the file does.
     *
     * @param name a relation that is there only meanwhile
     */
    public static FirstRows of(Engine engine, ImportPlan plan, Detected found, String name, Progress progress) {
        var outputs = Output.of(told(plan, found));
        try {
            var rows = engine.fill(name, numbered(found.preview()), progress);
            var formats = formats(engine, Sql.of(rows.quoted()), plan.role(), outputs, progress);
            var values = outputs.stream()
                    .map(output -> output.value(
                                    "t" + output.index(),
                                    plan.role(),
                                    formats.getOrDefault(output.index(), ValueFormat.NATIVE))
                            + " as " + Sql.name(output.name()))
                    .toList();
            var texts = outputs.stream()
                    .map(output -> ValueReading.text("c" + output.index(), output.type()) + " as t" + output.index())
                    .collect(Collectors.joining(", "));
            return new FirstRows(
                    plan,
                    found.preview(),
                    values.isEmpty()
                            ? new Table(List.of())
                            : engine.table(
                                    Sql.of("select " + String.join(", ", values) + " from (select " + texts + " from "
                                            + rows.quoted() + ")"),
                                    progress));
        } finally {
            engine.drop(name);
        }
    }

    private static Map<Integer, ValueFormat> formats(
            Engine engine, Sql rows, Role role, List<Output> outputs, Progress progress) {
        var guessed = outputs.stream().filter(Output::isGuessed).toList();
        var formats = new HashMap<>(Evidence.formats(engine, rows, guessed, progress));
        outputs.stream()
                .filter(output -> output.isConsentStatus(role))
                .forEach(output -> formats.put(output.index(), ConsentWords.format(engine, rows, output, progress)));
        return formats;
    }

    private static Table numbered(Table preview) {
        return new Table(IntStream.range(0, preview.columns().size())
                .<Column>mapToObj(i -> renamed(preview.columns().get(i), "c" + i))
                .toList());
    }

    private static TextColumn renamed(Column column, String name) {
        return new TextColumn(
                name, IntStream.range(0, column.size()).mapToObj(column::text).toList());
    }

    private static ImportPlan told(ImportPlan plan, Detected found) {
        var columns = new ArrayList<ColumnPlan>();
        for (int i = 0; i < plan.columns().size(); i++) {
            var column = plan.columns().get(i);
            columns.add(column.writtenAs(
                    column.writtenAs().orAs(found.columns().get(i).guesses())));
        }
        return plan.withColumns(columns);
    }

    /** How the values of a column come out, the first different ones: none of a column that is left out. */
    public List<ReadValue> of(int column, int most) {
        return Output.of(plan).stream()
                .filter(output -> output.index() == column)
                .findFirst()
                .map(output -> values(written.columns().get(column), read.column(output.name()))
                        .distinct()
                        .limit(most)
                        .toList())
                .orElse(List.of());
    }

    private static Stream<ReadValue> values(Column texts, Column values) {
        return IntStream.range(0, texts.size())
                .filter(row -> !ValueReading.isMissing(texts.text(row).strip()))
                .mapToObj(row -> new ReadValue(texts.text(row), values.text(row), values.isMissing(row)));
    }

    /** How many of the values of a column cannot be read. */
    public long unreadable(int column) {
        return of(column, Integer.MAX_VALUE).stream()
                .filter(ReadValue::isUnreadable)
                .count();
    }
}
