package corymb.rule;

import corymb.table.Schema;
import java.util.List;
import java.util.Set;

/**
 * What a rule can ask about.
 *
 * @param fields the fields of a row
 * @param events the columns of what the customers did; without any, nothing can be asked about events
 * @param segments the segments whose members are known
 */
public record Terms(Schema fields, Schema events, Set<String> segments) {
    public Terms {
        segments = Set.copyOf(segments);
    }

    /** Of rows by themselves. */
    public static Terms of(Schema fields) {
        return new Terms(fields, new Schema(List.of()), Set.of());
    }
}
