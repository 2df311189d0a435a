package corymb.importing;

/**
 * Where the rows of a file went: each is accepted, rejected or a repetition.
 *
 * @param rows rows in the file, without its header
 * @param accepted rows taken
 * @param rejected rows not taken, each kept with its reason
 * @param duplicates rows identical to an earlier one, left out
 * @param skippedLines lines that are no rows: notes before the table, comments and blank lines
 */
public record RowCounts(long rows, long accepted, long rejected, long duplicates, long skippedLines) {
    public RowCounts {
        if (accepted + rejected + duplicates != rows) {
            throw new IllegalArgumentException("Rows lost: " + rows + " in the file, " + accepted + " accepted, "
                    + rejected + " rejected, " + duplicates + " repeated");
        }
    }

    /** Of a file of nothing but rows. */
    public RowCounts(long rows, long accepted, long rejected, long duplicates) {
        this(rows, accepted, rejected, duplicates, 0);
    }
}
