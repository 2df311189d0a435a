package corymb.importing;

import corymb.table.ColumnType;

/**
 * What became of one column of a file.
 *
 * @param name its name in the stored table
 * @param type its type there
 * @param column its name in the file
 * @param target where it was mapped to
 * @param unreadable how many optional values could not be read and are missing now
 * @param note what was decided about its values, such as which of day and month comes first; may be empty
 */
public record ImportedColumn(String name, ColumnType type, String column, Target target, long unreadable, String note) {
    /** The field it fills, empty for an attribute. */
    public String field() {
        return target instanceof Target.ToField(var field) ? field : "";
    }

    ImportedColumn withType(ColumnType other) {
        return new ImportedColumn(name, other, column, target, unreadable, note);
    }
}
