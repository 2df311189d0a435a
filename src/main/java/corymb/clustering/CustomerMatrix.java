package corymb.clustering;

import corymb.preparation.Preparation;
import corymb.sql.Relation;
import corymb.table.Matrix;
import java.util.Map;
import java.util.Optional;

/**
 * The numbers of customers to cluster on, with the table that says whose they are.
 *
 * @param features a table with a column customer_id, one row a customer
 * @param matrix the numbers in original units, one row a customer, in the order of customer_id
 * @param preparation how the features became these numbers
 * @param weights how much each customer counts when groups are looked for
 * @param spoken how people say the names of some columns of numbers; the others go by their names
 * @param mixed their numbers and categories as they are, where the method compares categories
 * @param before an earlier clustering whose clusters are to go on, where there is one
 * @param plain their features in units of their own, where the numbers to cluster on are others; one row a customer
 */
public record CustomerMatrix(
        Relation features,
        Matrix matrix,
        Preparation preparation,
        Weights weights,
        Map<String, String> spoken,
        Optional<MixedRows> mixed,
        Optional<Clustering> before,
        Optional<Matrix> plain) {
    public CustomerMatrix {
        spoken = Map.copyOf(spoken);
        if (features.rows() != matrix.rowCount()) {
            throw new IllegalArgumentException(features.rows() + " customers but numbers of " + matrix.rowCount());
        }
    }

    /** Of numbers that are the features themselves. */
    public CustomerMatrix(
            Relation features,
            Matrix matrix,
            Preparation preparation,
            Weights weights,
            Map<String, String> spoken,
            Optional<MixedRows> mixed,
            Optional<Clustering> before) {
        this(features, matrix, preparation, weights, spoken, mixed, before, Optional.empty());
    }

    public CustomerMatrix(Relation features, Matrix matrix) {
        this(
                features,
                matrix,
                Preparation.NONE,
                Weights.EVEN,
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
