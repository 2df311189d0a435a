package corymb.reading;

/** What stands before the decimals of a number. */
public enum DecimalMark {
    /** What most values of the column tell. */
    AS_VALUES_TELL,
    POINT,
    COMMA
}
