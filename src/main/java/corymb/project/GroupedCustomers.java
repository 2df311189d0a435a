package corymb.project;

import corymb.clustering.Assignments;
import corymb.feature.Encoding;
import corymb.table.Matrix;
import java.util.List;

/**
 * Customers with the numbers that groups are found in, and their groups.
 *
 * @param customerIds one a row
 * @param rows their features as numbers
 * @param encodings how the columns came from features
 * @param clusters the group of each
 */
record GroupedCustomers(List<String> customerIds, Matrix rows, List<Encoding> encodings, Assignments clusters) {
    GroupedCustomers {
        customerIds = List.copyOf(customerIds);
        encodings = List.copyOf(encodings);
    }
}
