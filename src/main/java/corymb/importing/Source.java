package corymb.importing;

import corymb.sql.Relation;
import corymb.sql.Stored;
import java.util.List;

/**
 * One imported file.
 *
 * @param plan how it was read
 * @param counts where its rows went
 * @param columns its stored columns
 * @param data the accepted rows
 * @param rejects the rows not taken: line, column, text, reason
 * @param unreadable the optional values that could not be read: line, column, text
 * @param stamp the file's fingerprint
 */
public record Source(
        ImportPlan plan,
        RowCounts counts,
        List<ImportedColumn> columns,
        Relation data,
        Relation rejects,
        Relation unreadable,
        FileStamp stamp)
        implements Stored {
    public Source {
        columns = List.copyOf(columns);
    }

    public String name() {
        return plan.source();
    }

    public Role role() {
        return plan.role();
    }

    public long rows() {
        return counts.rows();
    }

    public long accepted() {
        return counts.accepted();
    }

    public long rejected() {
        return counts.rejected();
    }

    /** Lines of the file that are no rows. */
    public long skippedLines() {
        return counts.skippedLines();
    }

    public long duplicates() {
        return counts.duplicates();
    }

    public boolean has(String field) {
        return data.schema().has(field);
    }

    @Override
    public List<Relation> relations() {
        return List.of(data, rejects, unreadable);
    }
}
