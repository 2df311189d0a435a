package corymb.reading;

import corymb.table.ColumnType;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The SQL that reads a text as a value of a type; null where it cannot. The texts in it are all our own. */
public final class ValueReading {
    private static final String EARLIEST = "timestamp '1000-01-01'";
    private static final String LATEST = "timestamp '9999-12-31 23:59:59'";
    private static final Set<String> MISSING_WORDS =
            Set.of("null", "n/a", "na", "nan", "none", "nil", ".", "-", "--", "?", "\\n", "#n/a", "(null)", "unknown");
    private static final String MISSING =
            MISSING_WORDS.stream().sorted().map(word -> '\'' + word + '\'').collect(Collectors.joining(", ", "[", "]"));

    /** How programs write that a sum came out beyond all numbers, or as none. */
    private static final Pattern BEYOND_NUMBERS = Pattern.compile(
            "[+-]?(inf|infinity|∞|1\\.#inf|1\\.#ind|1\\.#qnan)|#(div/0|num|value|ref)!|[+-]?\\d+([.,]\\d+)?e\\+?\\d{3,}");

    /** The signs of units that stand beside numbers, as a regular expression. */
    public static final String UNITS = "[€$£¥%]|EUR|USD|GBP|CHF|JPY|PLN|SEK|DKK|NOK|CZK|zł|Kč";

    private static final String YES = "['true','t','yes','y','1','ja','j','oui','si','sí','wahr','vrai','on']";
    private static final String NO = "['false','f','no','n','0','nein','non','nee','falsch','faux','off']";

    private ValueReading() {}

    /** Whether a value of a column that is no text says that there is none. */
    public static boolean isMissing(String value) {
        return value.isBlank() || MISSING_WORDS.contains(value.strip().toLowerCase(Locale.ROOT));
    }

    /** Whether a value says that there is a number which nobody can reckon with, such as infinity. */
    public static boolean isBeyondNumbers(String value) {
        return BEYOND_NUMBERS.matcher(value.strip().toLowerCase(Locale.ROOT)).matches();
    }

    /** The same as the condition of a trimmed text. */
    public static String isBeyondNumbersIn(String trimmed) {
        return "regexp_full_match(lower(" + trimmed + "), '" + BEYOND_NUMBERS.pattern() + "')";
    }

    /** The text of a cell, trimmed; null when it says that there is no value. */
    public static String text(String cell, ColumnType type) {
        var text = trimmed(cell);
        return type == ColumnType.TEXT ? text : "case when " + isPresent(text) + " then " + text + " end";
    }

    /** The text of a cell without blanks of any kind around it; null when nothing is left. */
    public static String trimmed(String cell) {
        return "nullif(trim(" + cell + ", ' \t\r\n\u00a0'), '')";
    }

    /** The condition that a trimmed text says something, and not that there is no value. */
    public static String isPresent(String trimmed) {
        return "lower(" + trimmed + ") not in " + MISSING;
    }

    /** The value of the text {@code t}, itself a piece of SQL. */
    public static String value(String t, ColumnType type, ValueFormat format) {
        return switch (type) {
            case TEXT -> t;
            case INTEGER -> integer(number(t, format));
            case DECIMAL -> finite(number(t, format));
            case BOOLEAN -> "case when " + isAmong(YES, t) + " then true when " + isAmong(NO, t) + " then false end";
            case DATE -> "cast(" + time(t, format) + " as date)";
            case TIMESTAMP -> time(t, format);
        };
    }

    /** Not {@code in}: the engine makes a join of each, and hundreds of columns then take more memory than there is. */
    private static String isAmong(String words, String text) {
        return "list_contains(" + words + ", lower(" + text + "))";
    }

    private static String finite(String text) {
        var number = "try_cast(" + text + " as double)";
        return "case when isfinite(" + number + ") then " + number + " end";
    }

    private static String integer(String text) {
        return "case when not contains(" + text + ", '.') and not contains(lower(" + text + "), 'e') then try_cast("
                + text + " as bigint) end";
    }

    private static String number(String t, ValueFormat format) {
        if (!format.hasMarks()) {
            return t;
        }
        var unsigned = "regexp_replace(" + t + ", '[\\s\\x{00a0}\\x{202f}''’]|" + UNITS + "', '', 'g')";
        var bare = "regexp_replace(" + unsigned + ", '^\\((\\d[\\d.,]*)\\)$', '-\\1')";
        var commaDecimal = "replace(replace(" + bare + ", '.', ''), ',', '.')";
        var pointDecimal = "replace(" + bare + ", ',', '')";
        return format.isDecimalComma()
                ? "case when regexp_matches(" + bare + ", '^[+-]?[1-9]\\d{0,2}(\\.\\d{3})+$|^[^,]*,\\d*$') then "
                        + commaDecimal + " else " + pointDecimal + " end"
                : "case when regexp_matches(" + bare
                        + ", '^[^,]*,(\\d{1,2}|\\d{4,})$|^[+-]?0,|\\..*,|^[+-]?\\d{1,3}(\\.\\d{3}){2,}$') then "
                        + commaDecimal
                        + " else " + pointDecimal + " end";
    }

    private static String time(String t, ValueFormat format) {
        var readings = new ArrayList<String>();
        readings.add(zoned("try_cast(" + t + " as timestamptz)"));
        if (format.epochDivisor() > 0) {
            readings.add(
                    "case when try_cast(" + t + " as double) between 1e8 * " + format.epochDivisor() + " and 1e10 * "
                            + format.epochDivisor() + " then make_timestamp(cast(try_cast(" + t + " as double) * "
                            + 1_000_000 / format.epochDivisor() + " as bigint)) end");
        }
        format.families().stream().sorted().forEach(family -> readings.add(parsed(t, family, format.isDayFirst())));
        return readings.size() == 1 ? readings.getFirst() : "coalesce(" + String.join(", ", readings) + ")";
    }

    /**
     * A moment in UTC from the engine's moment with a zone: its plain cast drops "+02:00" without a word, and its zoned one
     * goes by the calendar, which is slower than counting microseconds.
     */
    public static String zoned(String moment) {
        return "case when " + moment + " between " + EARLIEST + "::timestamptz and " + LATEST
                + "::timestamptz then make_timestamp(epoch_us(" + moment + ")) end";
    }

    private static String parsed(String t, DateFamily family, boolean isDayFirst) {
        var formats = family.formats(isDayFirst).stream()
                .map(format -> '\'' + format + '\'')
                .collect(Collectors.joining(", ", "[", "]"));
        var time = "try_strptime(" + t + ", " + formats + ")";
        return "case when regexp_matches(" + t + ", '" + family.pattern() + "') and " + time + " between " + EARLIEST
                + " and " + LATEST + " then " + time + " end";
    }
}
