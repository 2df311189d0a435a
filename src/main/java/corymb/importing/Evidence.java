package corymb.importing;

import corymb.reading.DayOrder;
import corymb.reading.DecimalMark;
import corymb.reading.FormatEvidence;
import corymb.reading.ValueFormat;
import corymb.reading.ValueReading;
import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Asks the values of a file how they are written, column by column. */
final class Evidence {
    /**
     * The engine's time for counts in one statement grows with their square: 1,000 of them take 4 s. For 2,000 columns, 100 at
     * once take nearly twice as long as 25.
     */
    static final int COLUMNS_AT_ONCE = 25;

    private Evidence() {}

    /** The formats of columns that hold values the engine does not read by itself, by their place in the file. */
    static Map<Integer, ValueFormat> formats(Engine engine, Sql rows, List<Output> columns, Progress progress) {
        var asked = columns.stream()
                .filter(column -> column.type().isTemporal() || column.type().isNumeric())
                .toList();
        var formats = new HashMap<Integer, ValueFormat>();
        for (var column : odd(engine, rows, asked, progress)) {
            var texts = Sql.of("select " + ValueReading.text("c" + column.index(), column.type()) + " as t from ")
                    .then(rows);
            var written = column.plan().writtenAs();
            formats.put(
                    column.index(),
                    column.type().isTemporal()
                            ? FormatEvidence.dates(engine, texts, written.dayOrder(), progress)
                            : FormatEvidence.numbers(engine, texts, column.type(), written.decimalMark(), progress));
        }
        return formats;
    }

    /** The columns with a value that the engine does not read by itself; mostly none, so that nothing more need be asked. */
    private static List<Output> odd(Engine engine, Sql rows, List<Output> columns, Progress progress) {
        var odd = new ArrayList<Output>();
        for (int first = 0; first < columns.size(); first += COLUMNS_AT_ONCE) {
            var some = columns.subList(first, Math.min(columns.size(), first + COLUMNS_AT_ONCE));
            var answer = engine.table(counts(rows, some), progress);
            IntStream.range(0, some.size())
                    .filter(i -> !answer.columns().get(i).text(0).equals("0") || isSaid(some.get(i)))
                    .mapToObj(some::get)
                    .forEach(odd::add);
        }
        return odd;
    }

    /** Whether a person has said how the values are written. */
    private static boolean isSaid(Output column) {
        return column.plan().writtenAs().saysHow(column.type());
    }

    private static Sql counts(Sql rows, List<Output> columns) {
        var counts = new ArrayList<String>();
        var texts = new ArrayList<String>();
        for (var column : columns) {
            var text = "t" + column.index();
            texts.add(ValueReading.text("c" + column.index(), column.type()) + " as " + text);
            counts.add("count(*) filter (" + text + " is not null and "
                    + ValueReading.value(text, column.type(), ValueFormat.NATIVE) + " is null)");
        }
        return Sql.of("select " + String.join(", ", counts) + " from (select " + String.join(", ", texts) + " from ")
                .then(rows)
                .then(")");
    }

    /** How the values of a column are written, as the note on it tells: some rows of it alone may not tell. */
    static WrittenAs told(ImportedColumn column) {
        var note = column.note();
        return new WrittenAs(
                note.contains("03/05 is read as 5 March")
                        ? DayOrder.MONTH_FIRST
                        : note.contains("03/05 is read as 3 May") ? DayOrder.DAY_FIRST : DayOrder.AS_VALUES_TELL,
                note.contains("1,234 is read as a decimal comma")
                        ? DecimalMark.COMMA
                        : note.contains("1,234 is read as a thousands mark")
                                ? DecimalMark.POINT
                                : DecimalMark.AS_VALUES_TELL);
    }
}
