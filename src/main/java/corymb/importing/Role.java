package corymb.importing;

import static corymb.table.ColumnType.DATE;
import static corymb.table.ColumnType.DECIMAL;
import static corymb.table.ColumnType.TEXT;
import static corymb.table.ColumnType.TIMESTAMP;

import corymb.table.ColumnType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the rows of a file are about. */
public enum Role {
    /** One row a customer; at least one of id and email is mapped, and each row has at least one of them. */
    CUSTOMERS(List.of(
            optional("id", TEXT, "the customer's number or name in this source"),
            optional("email", TEXT, "email address"),
            optional("phone", TEXT, "telephone number"),
            optional("given_name", TEXT, "first name"),
            optional("family_name", TEXT, "last name"),
            optional("birth_date", DATE, "date of birth"),
            optional("gender", TEXT, "gender, as the source writes it"),
            optional("street", TEXT, "street and house number"),
            optional("city", TEXT, "town"),
            optional("region", TEXT, "state, province or county"),
            optional("postcode", TEXT, "postal code"),
            optional("country", TEXT, "country name or code"),
            optional("language", TEXT, "preferred language"),
            optional("created_at", TIMESTAMP, "when the customer joined"))),
    /** One row something a customer did. */
    EVENTS(List.of(
            required("customer_id", TEXT, "who did it"),
            required("timestamp", TIMESTAMP, "when, in UTC unless the text says otherwise"),
            optional("type", TEXT, "what was done, such as view or purchase"),
            optional("item_id", TEXT, "what it was done to"),
            optional("value", DECIMAL, "the amount of money"),
            optional("quantity", DECIMAL, "how many"),
            optional("order_id", TEXT, "the order it belongs to"),
            optional("session_id", TEXT, "the visit it belongs to"),
            optional("device", TEXT, "the device used"),
            optional("channel", TEXT, "where it came from"),
            optional("region", TEXT, "where it happened"))),
    /** One row a thing that is sold or shown. */
    ITEMS(List.of(
            required("item_id", TEXT, "the item's number"),
            optional("title", TEXT, "its name"),
            optional("category", TEXT, "the group it belongs to"),
            optional("brand", TEXT, "its make"),
            optional("price", DECIMAL, "its price"),
            optional("tags", TEXT, "key words"),
            optional("description", TEXT, "a description"))),
    /** One row a permission that a customer gave or took back. */
    CONSENTS(List.of(
            required("customer_id", TEXT, "whose permission"),
            required("purpose", TEXT, "what for"),
            required("status", TEXT, "granted, denied or withdrawn"),
            optional("timestamp", TIMESTAMP, "since when"))),
    /** One row a customer who took part in an experiment; further columns are its metrics. */
    EXPOSURES(List.of(
            required("customer_id", TEXT, "who took part"),
            optional("experiment", TEXT, "the experiment; the source's name when not mapped"),
            required("variant", TEXT, "what the customer was shown"),
            optional("timestamp", TIMESTAMP, "when first shown")));

    // The list is made by List.of, which the type cannot say.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<TargetField> fields;

    Role(List<TargetField> fields) {
        this.fields = fields;
    }

    private static TargetField optional(String name, ColumnType type, String meaning) {
        return new TargetField(name, type, false, meaning);
    }

    private static TargetField required(String name, ColumnType type, String meaning) {
        return new TargetField(name, type, true, meaning);
    }

    public List<TargetField> fields() {
        return fields;
    }

    public Optional<TargetField> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** The name as the command line writes it, such as "customers". */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
