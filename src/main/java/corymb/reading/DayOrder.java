package corymb.reading;

/** Which of two numbers in a date such as 03/05/2024 is the day. */
public enum DayOrder {
    /** What most values of the column tell. */
    AS_VALUES_TELL,
    DAY_FIRST,
    MONTH_FIRST
}
