package corymb.clustering;

import corymb.sql.Relation;
import corymb.table.Matrix;

/**
 * The numbers of customers to cluster on, with the table that says whose they are.
 *
 * @param features a table with a column customer_id, one row a customer
 * @param matrix the numbers in original units, one row a customer, in the order of customer_id
 */
public record CustomerMatrix(Relation features, Matrix matrix) {
    public CustomerMatrix {
        if (features.rows() != matrix.rowCount()) {
            throw new IllegalArgumentException(features.rows() + " customers but numbers of " + matrix.rowCount());
        }
    }
}
