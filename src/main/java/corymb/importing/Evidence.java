package corymb.importing;

import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.table.Table;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Asks the values of columns how they are written, and decides by majority where a single value could be read two ways. */
final class Evidence {
    private static final String DECIMAL_COMMA =
            "^\\D*\\d{1,3}(\\.?\\d{3})*,(\\d{1,2}|\\d{4,})\\D*$|\\.\\d{3}[,.]|^\\D*\\d{4,},\\d+\\D*$";
    private static final String DECIMAL_POINT =
            "^[^,.]*\\.(\\d{1,2}|\\d{4,})\\D*$|,\\d{3}.*[.,]|^\\D*\\d{4,}\\.\\d+\\D*$";
    private static final String FIRST = "try_cast(regexp_extract(t, '^(\\d{1,2})[-/](\\d{1,2})[-/]', 1) as integer)";
    private static final String SECOND = "try_cast(regexp_extract(t, '^(\\d{1,2})[-/](\\d{1,2})[-/]', 2) as integer)";

    /** The engine's time for counts in one statement grows with their square: 1,000 of them take 4 s. */
    private static final int COLUMNS_AT_ONCE = 100;

    private Evidence() {}

    /** The formats of columns that hold values the engine does not read by itself, by their place in the file. */
    static Map<Integer, ValueFormat> formats(Engine engine, Sql rows, List<Output> columns, Progress progress) {
        var asked = columns.stream()
                .filter(column -> column.type().isTemporal() || column.type().isNumeric())
                .toList();
        var formats = new HashMap<Integer, ValueFormat>();
        for (var column : odd(engine, rows, asked, progress)) {
            var answer = engine.table(question(rows, column), progress);
            formats.put(
                    column.index(),
                    column.type().isTemporal()
                            ? dates(answer, column.plan().writtenAs().dayOrder())
                            : numbers(answer, column.plan().writtenAs().decimalMark()));
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

    private static Sql question(Sql rows, Output column) {
        var native1 = ValueReading.value("t", column.type(), ValueFormat.NATIVE);
        var counts = new ArrayList<String>();
        counts.addAll(column.type().isTemporal() ? dateCounts() : numberCounts());
        return Sql.of("select " + String.join(", ", counts) + " from (select t, " + native1 + " as v from (select "
                        + ValueReading.text("c" + column.index(), column.type()) + " as t from ")
                .then(rows)
                .then("))");
    }

    private static List<String> dateCounts() {
        var counts = new ArrayList<String>();
        for (var family : DateFamily.values()) {
            counts.add("count(*) filter (v is null and regexp_matches(t, '" + family.pattern() + "')) as "
                    + family.name());
        }
        counts.add("count(*) filter (v is null and regexp_matches(t, '^\\d{9,10}(\\.\\d+)?$')) as seconds");
        counts.add("count(*) filter (v is null and regexp_matches(t, '^\\d{12,13}$')) as millis");
        counts.add("count(*) filter (v is null and " + FIRST + " > 12) as day_first");
        counts.add("count(*) filter (v is null and " + SECOND + " > 12) as month_first");
        counts.add("count(*) filter (v is null and " + FIRST + " <= 12 and " + SECOND + " <= 12 and " + FIRST + " <> "
                + SECOND + ") as either");
        return counts;
    }

    private static List<String> numberCounts() {
        return List.of(
                "count(*) filter (v is null and regexp_matches(t, '\\d')) as marked",
                "count(*) filter (regexp_matches(t, '" + DECIMAL_COMMA + "')) as commas",
                "count(*) filter (regexp_matches(t, '" + DECIMAL_POINT + "')) as points",
                "count(*) filter (regexp_matches(t, '^\\D*\\d{1,3},\\d{3}$')) as either");
    }

    private static ValueFormat dates(Table answer, DayOrder chosen) {
        var families = EnumSet.noneOf(DateFamily.class);
        for (var family : DateFamily.values()) {
            if (count(answer, family.name()) > 0) {
                families.add(family);
            }
        }
        long dayFirst = count(answer, "day_first");
        long monthFirst = count(answer, "month_first");
        boolean isDayFirst = switch (chosen) {
            case AS_VALUES_TELL -> dayFirst >= monthFirst;
            case DAY_FIRST -> true;
            case MONTH_FIRST -> false;
        };
        long divisor = count(answer, "millis") > count(answer, "seconds") ? 1000 : count(answer, "seconds") > 0 ? 1 : 0;
        var note = families.stream().anyMatch(DateFamily::isAmbiguous)
                ? orderNote(isDayFirst, chosen, dayFirst, monthFirst, count(answer, "either"))
                : "";
        return new ValueFormat(
                families, isDayFirst, divisor, false, false, false, note + familyNote(families, divisor));
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

    private static String orderNote(boolean isDayFirst, DayOrder chosen, long dayFirst, long monthFirst, long either) {
        var reading = isDayFirst ? "3 May" : "5 March";
        var told = dayFirst + monthFirst == 0
                ? "nothing in the column tells"
                : dayFirst + " can only be day first, " + monthFirst + " only month first";
        var because = chosen == DayOrder.AS_VALUES_TELL ? told : "chosen by hand, " + told;
        return "03/05 is read as " + reading + ": " + because + "; " + either + " could be either. ";
    }

    private static String familyNote(Set<DateFamily> families, long divisor) {
        var mixed = families.size() > 1 ? "Dates are written in several ways. " : "";
        return mixed
                + (divisor == 0
                        ? ""
                        : "Whole numbers are read as " + (divisor == 1 ? "seconds" : "milliseconds") + " since 1970. ");
    }

    private static ValueFormat numbers(Table answer, DecimalMark chosen) {
        if (count(answer, "marked") == 0 && chosen != DecimalMark.COMMA) {
            return ValueFormat.NATIVE;
        }
        long commas = count(answer, "commas");
        long points = count(answer, "points");
        boolean isDecimalComma = switch (chosen) {
            case AS_VALUES_TELL -> commas > points;
            case COMMA -> true;
            case POINT -> false;
        };
        var note = commas + points == 0 && count(answer, "either") == 0
                ? ""
                : "1,234 is read as " + (isDecimalComma ? "a decimal comma" : "a thousands mark") + ": " + commas
                        + " values show a decimal comma, " + points + " a decimal point.";
        return new ValueFormat(Set.of(), true, 0, true, isDecimalComma, false, note);
    }

    private static long count(Table answer, String name) {
        return (long) answer.numbers(name).get(0);
    }
}
