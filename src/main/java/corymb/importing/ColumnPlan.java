package corymb.importing;

import corymb.table.ColumnType;

/**
 * What becomes of one column of a file.
 *
 * @param column its name in the file
 * @param type what its values are read as
 * @param target where they go
 * @param isTyped whether the file itself knows its numbers, so that their marks are not guessed
 */
public record ColumnPlan(String column, ColumnType type, Target target, boolean isTyped) {
    /** For a column whose values are texts. */
    public ColumnPlan(String column, ColumnType type, Target target) {
        this(column, type, target, false);
    }

    public ColumnPlan withTarget(Target other) {
        return new ColumnPlan(column, type, other, isTyped);
    }

    ColumnPlan withTarget(ColumnType otherType, Target other) {
        return new ColumnPlan(column, otherType, other, isTyped);
    }
}
