package corymb.importing;

import java.util.List;

/** How the rows of an import meet those that its source has already. */
public sealed interface Mode {
    Mode REPLACE = new Replace();
    Mode APPEND = new Append(false);

    /** They take the place of all of them. */
    record Replace() implements Mode {}

    /**
     * They come behind them.
     *
     * @param keepsRepeated whether rows that are there already, every value the same, come in again; else each of them counts
     *     as repeated, as many times as it is there
     */
    record Append(boolean keepsRepeated) implements Mode {}

    /**
     * Each takes the place of the rows with the same key, or comes behind them where there are none; the last row of a key
     * holds. A row without a value in its key is always a new one.
     *
     * @param key the stored columns that tell a row from the others, at least one
     */
    record Upsert(List<String> key) implements Mode {
        public Upsert {
            key = List.copyOf(key);
            if (key.isEmpty()) {
                throw new IllegalArgumentException("No key");
            }
        }
    }
}
