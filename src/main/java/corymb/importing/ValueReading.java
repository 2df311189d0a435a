package corymb.importing;

import corymb.table.ColumnType;
import java.util.ArrayList;
import java.util.stream.Collectors;

/** The SQL that reads a text as a value of a type; null where it cannot. The texts in it are all our own. */
final class ValueReading {
    private static final String EARLIEST = "timestamp '1000-01-01'";
    private static final String LATEST = "timestamp '9999-12-31 23:59:59'";
    private static final String MISSING = ValueShape.missingWords().stream()
            .map(word -> '\'' + word + '\'')
            .collect(Collectors.joining(", ", "(", ")"));
    private static final String YES = "('true','t','yes','y','1','ja','j','oui','si','sí','wahr','vrai','on')";
    private static final String NO = "('false','f','no','n','0','nein','non','nee','falsch','faux','off')";

    private ValueReading() {}

    /** The text of a cell, trimmed; null when it says that there is no value. */
    static String text(String cell, ColumnType type) {
        var trimmed = "nullif(trim(" + cell + ", ' \t\r\n\u00a0'), '')";
        return type == ColumnType.TEXT
                ? trimmed
                : "case when lower(" + trimmed + ") not in " + MISSING + " then " + trimmed + " end";
    }

    /** The engine's name of a type. */
    static String typeName(ColumnType type) {
        return switch (type) {
            case TEXT -> "VARCHAR";
            case INTEGER -> "BIGINT";
            case DECIMAL -> "DOUBLE";
            case BOOLEAN -> "BOOLEAN";
            case DATE -> "DATE";
            case TIMESTAMP -> "TIMESTAMP";
        };
    }

    /** The value of the text {@code t}, itself a piece of SQL. */
    static String value(String t, ColumnType type, ValueFormat format) {
        return switch (type) {
            case TEXT -> t;
            case INTEGER -> integer(number(t, format));
            case DECIMAL -> finite(number(t, format));
            case BOOLEAN ->
                "case when lower(" + t + ") in " + YES + " then true when lower(" + t + ") in " + NO
                        + " then false end";
            case DATE -> "cast(" + time(t, format) + " as date)";
            case TIMESTAMP -> time(t, format);
        };
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
        var bare = "regexp_replace(" + t + ", '[\\s\\x{00a0}\\x{202f}''’€$£¥%]|EUR|USD|GBP|CHF', '', 'g')";
        var commaDecimal = "replace(replace(" + bare + ", '.', ''), ',', '.')";
        var pointDecimal = "replace(" + bare + ", ',', '')";
        return format.isDecimalComma()
                ? "case when regexp_matches(" + bare + ", '^[+-]?\\d{1,3}(\\.\\d{3})+$|,\\d*$') then " + commaDecimal
                        + " else " + pointDecimal + " end"
                : "case when regexp_matches(" + bare + ", '^[^,]*,(\\d{1,2}|\\d{4,})$|\\..*,') then " + commaDecimal
                        + " else " + pointDecimal + " end";
    }

    private static String time(String t, ValueFormat format) {
        var readings = new ArrayList<String>();
        readings.add("case when try_cast(" + t + " as timestamp) between " + EARLIEST + " and " + LATEST
                + " then try_cast(" + t + " as timestamp) end");
        if (format.epochDivisor() > 0) {
            readings.add(
                    "case when try_cast(" + t + " as double) between 1e8 * " + format.epochDivisor() + " and 1e10 * "
                            + format.epochDivisor() + " then make_timestamp(cast(try_cast(" + t + " as double) * "
                            + 1_000_000 / format.epochDivisor() + " as bigint)) end");
        }
        format.families().stream().sorted().forEach(family -> readings.add(parsed(t, family, format.isDayFirst())));
        return readings.size() == 1 ? readings.getFirst() : "coalesce(" + String.join(", ", readings) + ")";
    }

    private static String parsed(String t, DateFamily family, boolean isDayFirst) {
        var formats = family.formats(isDayFirst).stream()
                .map(format -> '\'' + format + '\'')
                .collect(Collectors.joining(", ", "[", "]"));
        var time = "try_strptime(" + t + ", " + formats + ")";
        return "case when regexp_matches(" + t + ", '" + family.pattern() + "') and " + time + " between " + EARLIEST
                + " and " + LATEST + " then " + time + " end";
    }

    /** Granted, denied or withdrawn from the words that people use. */
    static String consentStatus(String t) {
        var word = "lower(replace(replace(" + t + ", '-', ''), '_', ''))";
        return "case when " + word
                + " in ('granted','grant','given','yes','y','true','t','1','optin','optedin','accepted','accept','allowed','agreed','active','subscribed','ja','j','oui','si','sí','erteilt','zugestimmt','accordé','accepté','toegestaan','aceptado','otorgado') then 'granted' when "
                + word
                + " in ('denied','deny','no','n','false','f','0','optout','optedout','refused','rejected','declined','never','nein','non','nee','abgelehnt','verweigert','refusé','geweigerd','rechazado') then 'denied' when "
                + word
                + " in ('withdrawn','withdraw','revoked','revoke','unsubscribed','cancelled','canceled','widerrufen','retiré','révoqué','ingetrokken','retirado','revocado') then 'withdrawn' end";
    }
}
