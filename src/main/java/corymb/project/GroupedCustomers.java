package corymb.project;

import corymb.clustering.GroupedRows;
import corymb.feature.Encoding;
import java.util.List;

/**
 * Customers with the numbers that groups are found in, and their groups.
 *
 * @param customerIds one a row
 * @param rows their features as numbers, and the group of each
 * @param encodings how the columns came from features
 */
record GroupedCustomers(List<String> customerIds, GroupedRows rows, List<Encoding> encodings) {
    GroupedCustomers {
        customerIds = List.copyOf(customerIds);
        encodings = List.copyOf(encodings);
    }
}
