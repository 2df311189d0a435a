package corymb.importing;

import corymb.reading.ValueReading;
import corymb.table.ColumnType;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The looks by which values give away their type. */
enum ValueShape {
    /** Eight digits that are a date. */
    COMPACT_DATE(ColumnType.DATE, "(19|20)\\d\\d(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])"),
    DATE(
            ColumnType.DATE,
            "\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.](\\d{4}|\\d{2})|\\d{1,2}[-. ]+[A-Za-z]{3,9}[-.,]? ?\\d{2,4}|[A-Za-z]{3,9} \\d{1,2},? \\d{4}"),
    TIMESTAMP(
            ColumnType.TIMESTAMP,
            "(\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.](\\d{4}|\\d{2})|\\d{8})[T ,]+\\d{1,2}:?\\d{2}(:?\\d{2}([.,]\\d+)?)?( ?[AaPp][Mm])?( ?(Z|UTC|[+-]\\d{2}:?\\d{0,2}))?"),
    INTEGER(ColumnType.INTEGER, "[+-]?(0|[1-9]\\d{0,14})"),
    DECIMAL(
            ColumnType.DECIMAL,
            "[+-]?(0|[1-9]\\d*)?[.,]\\d+|[+-]?\\d{1,3}([.,' ]\\d{3})+([.,]\\d+)?|[+-]?\\d+(\\.\\d+)?[eE][+-]?\\d{1,3}|([€$£] ?[+-]?[\\d.,]+|[+-]?[\\d.,]+ ?([€$£%]|EUR|USD|GBP|CHF))"),
    BOOLEAN(ColumnType.BOOLEAN, "(?i)true|false|t|f|yes|no|y|n|ja|nein|oui|non|si|sí|nee|wahr|falsch|vrai|faux|on|off");

    private static final double NEARLY_ALL = 0.9;

    /** Digits and what stands between them; looked for from the front, so that a long row of dashes takes no longer. */
    private static final Pattern DIGITS = Pattern.compile("[.,:+ -]*\\d[\\d.,:+ -]*");

    private static final Pattern LOSING_DIGITS = Pattern.compile("0\\d+|\\d{16,}");

    private final ColumnType type;
    private final Pattern pattern;

    ValueShape(ColumnType type, String pattern) {
        this.type = type;
        this.pattern = Pattern.compile(pattern);
    }

    boolean fits(String value) {
        return value.length() < 64 && pattern.matcher(value).matches();
    }

    /** Whether the value looks like data and not like the name of a column. */
    static boolean isData(String value) {
        return value.contains("@")
                || DIGITS.matcher(value).matches()
                || Arrays.stream(values()).filter(shape -> shape != BOOLEAN).anyMatch(shape -> shape.fits(value));
    }

    /** The type that nearly all values have; numbers with leading zeros are texts. */
    static ColumnType typeOf(Collection<String> values) {
        var present = telling(values);
        if (present.isEmpty()) {
            return ColumnType.TEXT;
        }
        if (isNearlyAll(present, COMPACT_DATE)) {
            return ColumnType.DATE;
        }
        if (isNearlyAll(present, DATE, TIMESTAMP, COMPACT_DATE)) {
            return present.stream().anyMatch(TIMESTAMP::fits) ? ColumnType.TIMESTAMP : ColumnType.DATE;
        }
        if (present.stream().anyMatch(ValueShape::losesDigits)) {
            return ColumnType.TEXT;
        }
        if (isNearlyAll(present, INTEGER)) {
            return ColumnType.INTEGER;
        }
        if (isNearlyAll(present, INTEGER, DECIMAL)) {
            return ColumnType.DECIMAL;
        }
        return isNearlyAll(present, BOOLEAN) ? ColumnType.BOOLEAN : ColumnType.TEXT;
    }

    /** The values that can tell a type: neither missing nor, like infinity, a number that there is none of. */
    static List<String> telling(Collection<String> values) {
        return values.stream()
                .map(String::strip)
                .filter(value -> !ValueReading.isMissing(value) && !ValueReading.isBeyondNumbers(value))
                .toList();
    }

    /** Whether a value in digits would be another as a number. */
    private static boolean losesDigits(String value) {
        return LOSING_DIGITS.matcher(value).matches();
    }

    /** The part of the values that are of each type but text. */
    static Map<ColumnType, Double> shares(List<String> values) {
        var shares = new EnumMap<ColumnType, Double>(ColumnType.class);
        for (var value : values) {
            Arrays.stream(values())
                    .filter(shape -> shape.fits(value))
                    .findFirst()
                    .ifPresent(shape -> shares.merge(shape.type(), 1.0 / values.size(), Double::sum));
        }
        return shares;
    }

    private static boolean isNearlyAll(List<String> values, ValueShape... shapes) {
        return share(values, NEARLY_ALL, value -> Arrays.stream(shapes).anyMatch(shape -> shape.fits(value))) > 0;
    }

    /** The part of the values that pass a test; 0 where it is less than so much, which is known before most are tested. */
    static double share(List<String> values, double least, Predicate<String> test) {
        int passing = values.size();
        for (var value : values) {
            if (!test.test(value) && --passing < least * values.size()) {
                return 0;
            }
        }
        return (double) passing / values.size();
    }

    ColumnType type() {
        return type;
    }
}
