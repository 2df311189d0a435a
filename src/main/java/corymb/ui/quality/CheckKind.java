package corymb.ui.quality;

import corymb.quality.Expectation;
import corymb.ui.kit.Texts;
import java.util.Locale;

/** What can be expected of a source, as the sheet offers it. */
enum CheckKind {
    REQUIRED(true, 0),
    UNIQUE(true, 0),
    RANGE(true, 2),
    SET(true, 1),
    PATTERN(true, 1),
    TYPE(true, 1),
    REFERENCE(true, 1),
    FRESHNESS(true, 1),
    ORDER(true, 1),
    ROW_COUNT(false, 2),
    EXPRESSION(false, 1);

    private final boolean hasColumn;
    private final int operands;

    CheckKind(boolean hasColumn, int operands) {
        this.hasColumn = hasColumn;
        this.operands = operands;
    }

    boolean hasColumn() {
        return hasColumn;
    }

    /** How many values are asked for beside the column. */
    int operands() {
        return operands;
    }

    /** Whether one value is chosen from a list rather than typed. */
    boolean isChosen() {
        return this == TYPE || this == REFERENCE || this == ORDER;
    }

    /** Whether single rows can fail it. */
    boolean isOfRows() {
        return this != FRESHNESS && this != ROW_COUNT;
    }

    String words() {
        return Texts.of("checks.kind." + key());
    }

    /** What is asked for, in place of a value that is not there yet. */
    String prompt() {
        return Texts.of("checks.prompt." + key());
    }

    private String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static CheckKind of(Expectation expectation) {
        return switch (expectation) {
            case Expectation.Required _ -> REQUIRED;
            case Expectation.Unique _ -> UNIQUE;
            case Expectation.InRange _ -> RANGE;
            case Expectation.InSet _ -> SET;
            case Expectation.Matches _ -> PATTERN;
            case Expectation.OfType _ -> TYPE;
            case Expectation.References _ -> REFERENCE;
            case Expectation.Fresh _ -> FRESHNESS;
            case Expectation.RowCount _ -> ROW_COUNT;
            case Expectation.InOrder _ -> ORDER;
            case Expectation.When when -> of(when.then());
            case Expectation.Holds _ -> EXPRESSION;
        };
    }
}
