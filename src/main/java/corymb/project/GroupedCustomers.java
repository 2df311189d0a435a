package corymb.project;

import corymb.clustering.Assignments;
import corymb.clustering.MixedRows;
import corymb.feature.Encoding;
import corymb.table.Matrix;
import java.util.List;
import java.util.Optional;

/**
 * Customers with the numbers that groups are found in, and their groups.
 *
 * @param customerIds one a row
 * @param rows their features as numbers
 * @param mixed the same as numbers and categories, where the method compares these
 * @param encodings how the columns came from features
 * @param clusters the group of each
 */
record GroupedCustomers(
        List<String> customerIds,
        Matrix rows,
        Optional<MixedRows> mixed,
        List<Encoding> encodings,
        Assignments clusters) {
    GroupedCustomers {
        customerIds = List.copyOf(customerIds);
        encodings = List.copyOf(encodings);
    }
}
