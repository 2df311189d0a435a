package corymb.ui.customers;

import corymb.identity.Customers;
import corymb.identity.ExactKeyResolution;
import corymb.sql.Sql;
import corymb.ui.kit.Texts;

/** Which customers the table shows. */
public sealed interface Part {
    /** Every one. */
    record All() implements Part {}

    /** Those that a source knows. */
    record OfSource(String source) implements Part {}

    /** Those that more than one source knows. */
    record InSeveral() implements Part {}

    /** Those that records without a number joined by their e-mail address. */
    record JoinedByEmail() implements Part {}

    /** Those that only did something. */
    record OnlyEvents() implements Part {}

    default String title() {
        return switch (this) {
            case All _ -> Texts.of("customers.all");
            case OfSource(var source) -> Texts.of("customers.ofSource", source);
            case InSeveral _ -> Texts.of("customers.inSeveralTitle");
            case JoinedByEmail _ -> Texts.of("customers.joinedTitle");
            case OnlyEvents _ -> Texts.of("customers.onlyEventsTitle");
        };
    }

    /** The profiles of these customers. */
    default Sql query(Customers customers) {
        var all = Sql.of("select * from " + customers.profiles().quoted());
        var origins = customers.origins().quoted();
        return switch (this) {
            case All _ -> all;
            case OfSource(var source) ->
                all.then(" where customer_id in (select customer_id from " + origins + " where source = ?)", source);
            case InSeveral _ ->
                all.then(" where customer_id in (select customer_id from " + origins
                        + " group by customer_id having count(distinct source) > 1)");
            case JoinedByEmail _ ->
                all.then(" where customer_id in (")
                        .then(ExactKeyResolution.joinedByEmail(customers.plan()))
                        .then(")");
            case OnlyEvents _ -> all.then(" where records = 0");
        };
    }
}
