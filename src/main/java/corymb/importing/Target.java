package corymb.importing;

/** Where the values of a column go. */
public sealed interface Target {
    /** Into a field of the role, by its name. */
    record ToField(String field) implements Target {}

    /** Into a column of their own, under this name. */
    record Attribute(String name) implements Target {}

    /** Nowhere: the person left the column out. */
    record Ignored() implements Target {}
}
