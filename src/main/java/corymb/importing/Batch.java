package corymb.importing;

import corymb.sql.Relation;
import corymb.sql.Stored;
import java.time.Instant;
import java.util.List;

/**
 * One file that came into a source.
 *
 * @param plan how it was read
 * @param mode how its rows met those that were there
 * @param at when it came in
 * @param counts where its rows went; rows that the source had already are repetitions
 * @param updated how many of the accepted rows took the place of another with the same key
 * @param columns its stored columns
 * @param data the rows of the file that could be taken, whether the source had them already or not
 * @param rejects the rows not taken: line, column, text, reason
 * @param unreadable the optional values that could not be read: line, column, text
 * @param stamp the file's fingerprint
 */
public record Batch(
        ImportPlan plan,
        Mode mode,
        Instant at,
        RowCounts counts,
        long updated,
        List<ImportedColumn> columns,
        Relation data,
        Relation rejects,
        Relation unreadable,
        FileStamp stamp)
        implements Stored {
    public Batch {
        columns = List.copyOf(columns);
    }

    public String fileName() {
        return String.valueOf(plan.file().getFileName());
    }

    /** Rows that are new: those that were accepted and took no other's place. */
    public long added() {
        return counts.accepted() - updated;
    }

    /** Rows that the source had already, every value the same. */
    public long known() {
        return counts.duplicates() - repeated();
    }

    /** Rows that repeat an earlier one of the same file. */
    public long repeated() {
        return counts.rows() - data.rows() - counts.rejected();
    }

    Batch cameIn(Mode how, Instant when) {
        return new Batch(plan, how, when, counts, updated, columns, data, rejects, unreadable, stamp);
    }

    /** With the count of rows that the source had already and of those that took another's place. */
    Batch meeting(long known, long replacing) {
        var met = new RowCounts(
                counts.rows(), data.rows() - known, counts.rejected(), repeated() + known, counts.skippedLines());
        return new Batch(plan, mode, at, met, replacing, columns, data, rejects, unreadable, stamp);
    }

    @Override
    public List<Relation> relations() {
        return List.of(data, rejects, unreadable);
    }
}
