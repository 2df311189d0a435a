package corymb.reading;

import java.util.Set;

/**
 * How the values of one column are written, as its own values tell.
 *
 * @param families ways to write dates beside the ISO one
 * @param isDayFirst whether 03/05 is the third of May
 * @param epochDivisor how many units of a whole number make a second since 1970; 0 when numbers are no times
 * @param hasMarks whether numbers hold thousands marks, decimal commas or currency signs
 * @param isDecimalComma whether 1,234 is a bit more than one
 * @param isStrict whether words that only mean what the column's own words say are refused
 * @param note what was decided, in words; may be empty
 */
public record ValueFormat(
        Set<DateFamily> families,
        boolean isDayFirst,
        long epochDivisor,
        boolean hasMarks,
        boolean isDecimalComma,
        boolean isStrict,
        String note) {
    /** Everything as the engine reads it by itself: ISO dates and times, plain numbers. */
    public static final ValueFormat NATIVE = new ValueFormat(Set.of(), true, 0, false, false, false, "");

    /** A column of consents in the three words of their own. */
    public static final ValueFormat STRICT = new ValueFormat(Set.of(), true, 0, false, false, true, "");

    public ValueFormat {
        families = Set.copyOf(families);
    }

    public boolean isNative() {
        return families.isEmpty() && epochDivisor == 0 && !hasMarks;
    }
}
