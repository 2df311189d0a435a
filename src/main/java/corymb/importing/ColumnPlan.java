package corymb.importing;

import corymb.table.ColumnType;

/**
 * What becomes of one column of a file.
 *
 * @param column its name in the file
 * @param type what its values are read as
 * @param target where they go
 */
public record ColumnPlan(String column, ColumnType type, Target target) {
    public ColumnPlan withTarget(Target other) {
        return new ColumnPlan(column, type, other);
    }
}
