package corymb.importing;

import corymb.reading.ValueReading;
import corymb.sql.DelimitedText;

/**
 * Some rows of a file, one after the other, made ready for the engine in its scratch folder.
 *
 * @param number its place among the chunks of the file, counted from 0
 * @param rows the rows with the right number of values
 * @param firstRow how many rows are in the chunks before
 * @param rowCount how many it has
 * @param blanks which blanks may stand around values
 * @param bytes how much of the file it was read from
 */
record Chunk(int number, DelimitedText rows, long firstRow, long rowCount, Blanks blanks, long bytes) {
    /** The SQL of a cell's text without blanks around it; null when nothing is left. */
    String trimmed(String cell) {
        return switch (blanks) {
            case NONE -> "nullif(" + cell + ", '')";
            case PLAIN -> "nullif(trim(" + cell + "), '')";
            case ANY -> ValueReading.trimmed(cell);
        };
    }

    /** What has to be taken away around values: on 5,000,000 rows of six, NONE saves 0.8 and PLAIN 0.6 of 3 seconds. */
    enum Blanks {
        NONE,
        PLAIN,
        /** Tabs, line breaks and no-break spaces too. */
        ANY;

        /** Both kinds. */
        Blanks or(Blanks other) {
            return compareTo(other) < 0 ? other : this;
        }

        static Blanks of(boolean hasOuter, boolean hasOdd) {
            if (hasOdd) {
                return ANY;
            }
            return hasOuter ? PLAIN : NONE;
        }
    }
}
