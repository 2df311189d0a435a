package corymb.importing;

import java.nio.file.Path;
import java.util.List;

/**
 * All that decides what an import of one file gives.
 *
 * @param source the name the rows go by in the project
 * @param role what the rows are about
 * @param file where they are read from
 * @param inside which part of it is read
 * @param format how the file holds them
 * @param dialect how a text file is written; of a JSON file only its encoding counts
 * @param columns one plan for each column of the file, in its order
 * @param skipsRepeatedRows whether a row identical to an earlier one is left out
 * @param origin where the file's rows were fetched from, if it was not there before
 * @param firstNumber where rows are numbered, since no column says whose they are, the number of the first; else 0
 */
public record ImportPlan(
        String source,
        Role role,
        Path file,
        Inside inside,
        FileFormat format,
        CsvDialect dialect,
        List<ColumnPlan> columns,
        boolean skipsRepeatedRows,
        Origin origin,
        long firstNumber) {
    public ImportPlan {
        columns = List.copyOf(columns);
        origin = Origin.orFiles(origin);
        if (dialect.isFixed() && dialect.fixed().isEmpty()) {
            throw new IllegalArgumentException("Nothing says where the columns of fixed width stand");
        }
    }

    /** Of rows that say themselves whose they are. */
    public ImportPlan(
            String source,
            Role role,
            Path file,
            Inside inside,
            FileFormat format,
            CsvDialect dialect,
            List<ColumnPlan> columns,
            boolean skipsRepeatedRows,
            Origin origin) {
        this(source, role, file, inside, format, dialect, columns, skipsRepeatedRows, origin, 0);
    }

    /** The plan for a detected file, with the proposed columns; repeated events may be genuine, other repeated rows are not. */
    public static ImportPlan of(String source, Role role, Detected detected, List<ColumnPlan> columns) {
        return new ImportPlan(
                source,
                role,
                detected.file(),
                detected.inside(),
                detected.format(),
                detected.dialect(),
                columns,
                role != Role.EVENTS,
                Origin.FILES);
    }

    public ImportPlan withColumns(List<ColumnPlan> others) {
        return new ImportPlan(
                source, role, file, inside, format, dialect, others, skipsRepeatedRows, origin, firstNumber);
    }

    public ImportPlan skippingRepeatedRows(boolean skips) {
        return new ImportPlan(source, role, file, inside, format, dialect, columns, skips, origin, firstNumber);
    }

    /** Where the rows came from, in a few words: the file's name, or the place it was fetched from. */
    public String place() {
        return origin.equals(Origin.FILES) ? String.valueOf(file.getFileName()) : origin.words();
    }

    public ImportPlan from(Origin other) {
        return new ImportPlan(
                source, role, file, inside, format, dialect, columns, skipsRepeatedRows, other, firstNumber);
    }

    /**
     * The plan that gives each row a customer of its own, whose id is the source's name and the number of the row: no column is
     * the id any longer, and rows that are the same are customers that are the same.
     *
     * @param first the number of the first row, at least 1
     */
    public ImportPlan numberedFrom(long first) {
        var others = columns.stream().map(ColumnPlan::withoutId).toList();
        return new ImportPlan(source, role, file, inside, format, dialect, others, false, origin, first);
    }

    /** Whether rows get numbers for ids. */
    public boolean isNumbered() {
        return firstNumber > 0;
    }
}
