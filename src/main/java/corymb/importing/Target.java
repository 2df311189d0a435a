package corymb.importing;

/** Where the values of a column go. */
public sealed interface Target {
    /** The field that says whose row it is. */
    Target ID = new ToField("id");

    /** The field that says so where there is no id. */
    Target EMAIL = new ToField("email");

    /** Into a field of the role, by its name. */
    record ToField(String field) implements Target {}

    /** Into a column of their own, under this name. */
    record Attribute(String name) implements Target {}

    /** Nowhere: the person left the column out. */
    record Ignored() implements Target {}
}
