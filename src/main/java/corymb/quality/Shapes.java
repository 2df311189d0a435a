package corymb.quality;

import java.util.List;

/**
 * What the texts of a column look like, letter for letter: "Aa+ 99999" is a capital, small letters, a space and five digits.
 *
 * @param most the most frequent shapes and how many of the rows have them, most frequent first
 * @param rows in how many rows with a text they were counted; fewer than there are when only a sample was looked at
 */
public record Shapes(List<ValueCount> most, long rows) {
    public static final Shapes NONE = new Shapes(List.of(), 0);

    public Shapes {
        most = List.copyOf(most);
    }
}
