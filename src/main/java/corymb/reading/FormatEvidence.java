package corymb.reading;

import corymb.sql.Engine;
import corymb.sql.Sql;
import corymb.table.ColumnType;
import corymb.table.Table;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Asks the values of a column how they are written, and decides by majority where a single value could be read two ways. */
public final class FormatEvidence {
    private static final String DECIMAL_COMMA =
            "^\\D*\\d{1,3}(\\.?\\d{3})*,(\\d{1,2}|\\d{4,})\\D*$|\\.\\d{3}[,.]|^\\D*(\\d{4,}|0),\\d+\\D*$";
    private static final String DECIMAL_POINT =
            "^[^,.]*\\.(\\d{1,2}|\\d{4,})\\D*$|,\\d{3}.*[.,]|^\\D*(\\d{4,}|0)\\.\\d+\\D*$";
    private static final String FIRST = "try_cast(regexp_extract(t, '^(\\d{1,2})[-/](\\d{1,2})[-/]', 1) as integer)";
    private static final String SECOND = "try_cast(regexp_extract(t, '^(\\d{1,2})[-/](\\d{1,2})[-/]', 2) as integer)";

    private FormatEvidence() {}

    /**
     * How dates and times are written.
     *
     * @param texts a query of one column named t: texts without blanks around them, null where there is no value
     * @param chosen which number is the day
     */
    public static ValueFormat dates(Engine engine, Sql texts, DayOrder chosen, Progress progress) {
        var answer = answer(engine, texts, ColumnType.TIMESTAMP, progress);
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

    /**
     * How numbers are written.
     *
     * @param texts a query of one column named t: texts without blanks around them, null where there is no value
     * @param type whole numbers or others
     * @param chosen what stands before decimals
     */
    public static ValueFormat numbers(
            Engine engine, Sql texts, ColumnType type, DecimalMark chosen, Progress progress) {
        var answer = answer(engine, texts, type, progress);
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

    private static Table answer(Engine engine, Sql texts, ColumnType type, Progress progress) {
        var plain = ValueReading.value("t", type, ValueFormat.NATIVE);
        var counts = type.isTemporal() ? dateCounts() : numberCounts();
        var question = Sql.of("select " + String.join(", ", counts) + " from (select t, " + plain + " as v from (")
                .then(texts)
                .then("))");
        return engine.table(question, progress);
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
                "count(*) filter (regexp_matches(t, '^\\D*[1-9]\\d{0,2},\\d{3}$')) as either");
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

    private static long count(Table answer, String name) {
        return (long) answer.numbers(name).get(0);
    }
}
