package corymb.repair;

/** Which rows a lookup is asked about. */
public enum Unmatched {
    /** Rows without a match, or that fit several. */
    LEFT,
    /** Rows of the other source that nobody asked for. */
    RIGHT,
    /** Rows that were matched by keys that are alike. */
    SIMILAR
}
