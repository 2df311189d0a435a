package corymb.importing;

import corymb.reading.DayOrder;
import corymb.reading.DecimalMark;
import corymb.table.ColumnType;

/**
 * How the values of a column are written, where a person says so.
 *
 * @param dayOrder which number of a date is the day
 * @param decimalMark what stands before decimals
 */
public record WrittenAs(DayOrder dayOrder, DecimalMark decimalMark) {
    /** As most of the values tell. */
    public static final WrittenAs AS_VALUES_TELL = new WrittenAs(DayOrder.AS_VALUES_TELL, DecimalMark.AS_VALUES_TELL);

    public WrittenAs with(DayOrder other) {
        return new WrittenAs(other, decimalMark);
    }

    public WrittenAs with(DecimalMark other) {
        return new WrittenAs(dayOrder, other);
    }

    /** What is not said, as it was guessed. */
    public WrittenAs orAs(ColumnGuesses guesses) {
        return new WrittenAs(
                dayOrder != DayOrder.AS_VALUES_TELL
                                || guesses.dayOrder().value().isEmpty()
                        ? dayOrder
                        : DayOrder.valueOf(guesses.dayOrder().value()),
                decimalMark != DecimalMark.AS_VALUES_TELL
                                || guesses.decimalMark().value().isEmpty()
                        ? decimalMark
                        : DecimalMark.valueOf(guesses.decimalMark().value()));
    }

    boolean saysHow(ColumnType type) {
        return (type.isTemporal() && dayOrder != DayOrder.AS_VALUES_TELL)
                || (type.isNumeric() && decimalMark != DecimalMark.AS_VALUES_TELL);
    }
}
