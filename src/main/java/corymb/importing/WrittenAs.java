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

    boolean saysHow(ColumnType type) {
        return (type.isTemporal() && dayOrder != DayOrder.AS_VALUES_TELL)
                || (type.isNumeric() && decimalMark != DecimalMark.AS_VALUES_TELL);
    }
}
