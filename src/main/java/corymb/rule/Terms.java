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
    /** What tells who somebody is, as profiles name it: no feature shows it, and no rule asks for it, unless one is made of it. */
    public static final Set<String> PERSONAL =
            Set.of("email", "phone", "given_name", "family_name", "street", "birth_date");

    /** What columns of codes are called: a whole number in one names a kind and is no amount. */
    public static final List<String> CODES = List.of("code", "type", "class", "channel", "region", "category");

    public Terms {
        segments = Set.copyOf(segments);
    }

    /** Of rows by themselves. */
    public static Terms of(Schema fields) {
        return new Terms(fields, new Schema(List.of()), Set.of());
    }
}
