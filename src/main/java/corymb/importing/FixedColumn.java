package corymb.importing;

/**
 * Where the values of a column stand in the lines of a text whose columns have a fixed width.
 *
 * @param name what it is called; empty where the first row says it, or nothing does
 * @param start how many letters stand before it
 * @param length how many letters it has; 0 for all up to the end of the line
 */
public record FixedColumn(String name, int start, int length) {
    /** The letter behind its last. */
    int end() {
        return length == 0 ? Integer.MAX_VALUE : start + length;
    }

    /** What it goes by, even without a name. */
    String label() {
        return name.isEmpty() ? "The column at " + start : "The column " + name;
    }

    /** As a person writes it: name:start:length. */
    String words() {
        return name + ":" + start + (length == 0 ? "" : ":" + length);
    }
}
