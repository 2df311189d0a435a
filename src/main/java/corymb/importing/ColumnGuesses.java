package corymb.importing;

import corymb.reading.DayOrder;
import corymb.reading.DecimalMark;

/**
 * How sure it is what the values of a column are.
 *
 * @param type the name of a {@link corymb.table.ColumnType}
 * @param meaning the name of a {@link Meaning}; empty when the values mean nothing that is known
 * @param dayOrder the name of a {@link DayOrder}; empty when no value can be read two ways
 * @param decimalMark the name of a {@link DecimalMark}; empty when no number has a mark
 */
public record ColumnGuesses(Guess type, Guess meaning, Guess dayOrder, Guess decimalMark) {}
