package corymb.importing;

import java.util.List;

/**
 * What a file offers to read.
 *
 * @param entries the names of the files in an archive or folder; empty for a single file
 * @param areAlike whether these files have the same columns, so that they can be read as one
 * @param tables the sheets, tables or lists of the file that is read; empty where it has just one
 */
public record Choices(List<String> entries, boolean areAlike, List<String> tables) {
    /** One file with one table. */
    public static final Choices NONE = new Choices(List.of(), true, List.of());

    public Choices {
        entries = List.copyOf(entries);
        tables = List.copyOf(tables);
    }

    Choices withTables(List<String> others) {
        return new Choices(entries, areAlike, others);
    }
}
