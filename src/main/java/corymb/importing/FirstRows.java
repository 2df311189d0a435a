package corymb.importing;

import corymb.reading.ValueFormat;
import corymb.reading.ValueReading;
import corymb.sql.Engine;
import corymb.sql.Relation;
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
        var columns = new ArrayList<Column>();
        for (int first = 0; first < outputs.size(); first += Evidence.COLUMNS_AT_ONCE) {
            var some = outputs.subList(first, Math.min(outputs.size(), first + Evidence.COLUMNS_AT_ONCE));
            try {
                var rows = engine.fill(name, numbered(found.preview(), some), progress);
                columns.addAll(values(engine, rows, plan.role(), some, progress));
            } finally {
                engine.drop(name);
            }
        }
        return new FirstRows(plan, found.preview(), new Table(columns));
    }

    private static List<Column> values(
            Engine engine, Relation rows, Role role, List<Output> outputs, Progress progress) {
        var formats = formats(engine, Sql.of(rows.quoted()), role, outputs, progress);
        var values = outputs.stream()
                .map(output -> output.value(
                                "t" + output.index(), role, formats.getOrDefault(output.index(), ValueFormat.NATIVE))
                        + " as " + Sql.name(output.name()))
                .collect(Collectors.joining(", "));
        var texts = outputs.stream()
                .map(output -> ValueReading.text("c" + output.index(), output.type()) + " as t" + output.index())
                .collect(Collectors.joining(", "));
        return engine.table(
                        Sql.of("select " + values + " from (select " + texts + " from " + rows.quoted() + ")"),
                        progress)
                .columns();
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

    private static Table numbered(Table preview, List<Output> outputs) {
        return new Table(outputs.stream()
                .<Column>map(output -> renamed(preview.columns().get(output.index()), "c" + output.index()))
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
