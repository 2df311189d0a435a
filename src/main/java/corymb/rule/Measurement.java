package corymb.rule;

/** What an aggregate makes of the events that count. */
public enum Measurement {
    /** How many events; with a column, how many that have a value in it. */
    COUNT("Number", Needs.NO_COLUMN, ""),
    SUM("Total", Needs.NUMBER, ""),
    MEAN("Mean", Needs.NUMBER, ""),
    MINIMUM("Smallest", Needs.COLUMN, ""),
    MAXIMUM("Largest", Needs.COLUMN, ""),
    /** The standard deviation of a sample; missing below two values. */
    DEVIATION("Standard deviation", Needs.NUMBER, ""),
    /** How many different values. */
    DISTINCT("Number of different values", Needs.COLUMN, ""),
    /** The value of the earliest event that has one; of several at once, the smallest. */
    FIRST("First value", Needs.COLUMN, ""),
    /** The value of the latest event that has one; of several at once, the largest. */
    LAST("Last value", Needs.COLUMN, ""),
    /** The events that meet the filter by all in the window; with a column, by its total. Missing without any. */
    SHARE("Share", Needs.NUMBER_OR_NONE, "share"),
    /** The slope of the least-squares line through the totals of the window's full weeks, empty weeks counting as 0. */
    TREND("Change per week", Needs.NUMBER_OR_NONE, "per week"),
    /** How evenly events spread over the values of a column: Shannon's entropy in bits, 0 for one value. */
    ENTROPY("Variety (entropy)", Needs.COLUMN, "bits"),
    /** The commonest value; of equally common ones, the smallest. */
    FAVOURITE("Commonest value", Needs.COLUMN, ""),
    /** On how many days there was an event. */
    ACTIVE_DAYS("Number of days with events", Needs.NO_COLUMN, "days"),
    /** The mean number of days from one day with events to the next; missing below two such days. */
    GAP_MEAN("Mean days between days with events", Needs.NO_COLUMN, "days"),
    /** The standard deviation of these numbers by their mean; missing below three such days. */
    GAP_VARIATION("Variation of the days between days with events", Needs.NO_COLUMN, "ratio"),
    /** The most days in a row with events. */
    STREAK_DAYS("Longest run of days with events", Needs.NO_COLUMN, "days"),
    /** The most weeks in a row, from Monday to Sunday, with events. */
    STREAK_WEEKS("Longest run of weeks with events", Needs.NO_COLUMN, "weeks"),
    DAYS_SINCE_FIRST("Days since the first event", Needs.NO_COLUMN, "days"),
    DAYS_SINCE_LAST("Days since the last event", Needs.NO_COLUMN, "days");

    /** What the column has to be. */
    enum Needs {
        NO_COLUMN,
        COLUMN,
        NUMBER,
        NUMBER_OR_NONE
    }

    private final String words;
    private final Needs needs;
    private final String unit;

    Measurement(String words, Needs needs, String unit) {
        this.words = words;
        this.needs = needs;
        this.unit = unit;
    }

    public String words() {
        return words;
    }

    public String unit() {
        return unit;
    }

    /** Whether it cannot do without a column. */
    public boolean needsColumn() {
        return needs == Needs.COLUMN || needs == Needs.NUMBER;
    }

    /** Whether it can look at a column. */
    public boolean takesColumn() {
        return needs != Needs.NO_COLUMN || this == COUNT;
    }

    /** Whether the column has to hold numbers. */
    public boolean takesNumbers() {
        return needs == Needs.NUMBER || needs == Needs.NUMBER_OR_NONE;
    }

    /** Whether it is one of the column's own values, and so of its type. */
    public boolean isOfColumn() {
        return switch (this) {
            case MINIMUM, MAXIMUM, FIRST, LAST, FAVOURITE -> true;
            case COUNT,
                    SUM,
                    MEAN,
                    DEVIATION,
                    DISTINCT,
                    SHARE,
                    TREND,
                    ENTROPY,
                    ACTIVE_DAYS,
                    GAP_MEAN,
                    GAP_VARIATION,
                    STREAK_DAYS,
                    STREAK_WEEKS,
                    DAYS_SINCE_FIRST,
                    DAYS_SINCE_LAST -> false;
        };
    }
}
