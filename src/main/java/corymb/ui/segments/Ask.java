package corymb.ui.segments;

import corymb.table.ColumnType;
import corymb.ui.kit.Texts;
import java.util.Arrays;
import java.util.List;

/** What a condition asks of a field, as a marketer would say it. */
enum Ask {
    AT_LEAST("segments.ask.atLeast"),
    AT_MOST("segments.ask.atMost"),
    MORE_THAN("segments.words.more"),
    LESS_THAN("segments.words.less"),
    BETWEEN("segments.ask.between"),
    IS("segments.ask.is"),
    IS_NOT("segments.ask.isNot"),
    ONE_OF("segments.ask.oneOf"),
    NONE_OF("segments.ask.noneOf"),
    CONTAINS("segments.ask.contains"),
    CONTAINS_NOT("segments.ask.containsNot"),
    INCLUDES("segments.ask.includes"),
    INCLUDES_NOT("segments.ask.includesNot"),
    STARTS_WITH("segments.ask.startsWith"),
    IN_LAST("segments.ask.inLast"),
    LONGER_AGO("segments.ask.longerAgo"),
    BEFORE("segments.ask.before"),
    AFTER("segments.ask.after"),
    IS_MISSING("segments.ask.isMissing"),
    IS_KNOWN("segments.ask.isKnown");

    private final String key;

    Ask(String key) {
        this.key = key;
    }

    /** How many values it needs. */
    int operands() {
        return switch (this) {
            case BETWEEN -> 2;
            case IS_MISSING, IS_KNOWN -> 0;
            case AT_LEAST,
                    AT_MOST,
                    MORE_THAN,
                    LESS_THAN,
                    IS,
                    IS_NOT,
                    ONE_OF,
                    NONE_OF,
                    CONTAINS,
                    CONTAINS_NOT,
                    INCLUDES,
                    INCLUDES_NOT,
                    STARTS_WITH,
                    IN_LAST,
                    LONGER_AGO,
                    BEFORE,
                    AFTER -> 1;
        };
    }

    /** Whether it lets numbers through on one side of a bound, or between two. */
    boolean cuts() {
        return this == AT_LEAST || this == AT_MOST || this == MORE_THAN || this == LESS_THAN || this == BETWEEN;
    }

    /** Whether its value is a number of days. */
    boolean isOfDays() {
        return this == IN_LAST || this == LONGER_AGO;
    }

    /** What can be asked of a field of that type, the likeliest first. */
    static List<Ask> of(ColumnType type) {
        return Arrays.stream(values()).filter(ask -> ask.suits(type)).toList();
    }

    private boolean suits(ColumnType type) {
        return switch (this) {
            case IS_MISSING, IS_KNOWN -> true;
            case AT_LEAST, AT_MOST, MORE_THAN, LESS_THAN -> type.isNumeric();
            case BETWEEN -> type.isNumeric() || type.isTemporal();
            case IS -> !type.isTemporal();
            case IS_NOT, ONE_OF, NONE_OF -> type.isNumeric() || type == ColumnType.TEXT;
            case CONTAINS, CONTAINS_NOT, INCLUDES, INCLUDES_NOT, STARTS_WITH -> type == ColumnType.TEXT;
            case BEFORE, AFTER, IN_LAST, LONGER_AGO -> type.isTemporal();
        };
    }

    @Override
    public String toString() {
        return Texts.of(key);
    }
}
