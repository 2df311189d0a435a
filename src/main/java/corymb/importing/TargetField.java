package corymb.importing;

import corymb.table.ColumnType;

/**
 * A field that a column of a file can be mapped to.
 *
 * @param name its name, as in the stored table
 * @param type what its values are
 * @param isRequired whether a row without it is not taken
 * @param meaning what it holds, a short phrase
 */
public record TargetField(String name, ColumnType type, boolean isRequired, String meaning) {}
