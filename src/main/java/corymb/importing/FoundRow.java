package corymb.importing;

import java.util.List;

/**
 * A row whose file knows what its values are.
 *
 * @param number where a person finds it in the file, such as the row of the sheet
 * @param cells its values, as many as there are columns
 */
public record FoundRow(long number, List<FoundCell> cells) {
    public FoundRow {
        cells = List.copyOf(cells);
    }

    List<String> texts() {
        return cells.stream().map(FoundCell::text).toList();
    }

    /** How many there are in it, with a mark behind each value. */
    long letters() {
        return cells.stream().mapToLong(cell -> cell.text().length() + 1L).sum();
    }

    boolean isBlank() {
        return cells.stream().allMatch(FoundCell::isBlank);
    }
}
