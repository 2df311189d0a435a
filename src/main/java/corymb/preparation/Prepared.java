package corymb.preparation;

import corymb.table.Matrix;

/**
 * Rows as numbers without gaps, with what was learnt of them on the way.
 *
 * @param preparation does the same to other rows
 */
public record Prepared(Preparation preparation, Matrix matrix) {}
