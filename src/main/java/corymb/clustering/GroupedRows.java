package corymb.clustering;

import corymb.table.Matrix;
import java.util.Optional;

/**
 * Rows with the cluster of each.
 *
 * @param matrix the numbers that the clusters were found in
 * @param plain their features in units of their own, where these numbers are others
 * @param mixed the same as numbers and categories, where the method compares these
 * @param clusters the cluster of each row, or that it is of none
 */
public record GroupedRows(Matrix matrix, Optional<Matrix> plain, Optional<MixedRows> mixed, Assignments clusters) {
    /** What is told of the rows to a person. */
    public Matrix described() {
        return plain.orElse(matrix);
    }
}
