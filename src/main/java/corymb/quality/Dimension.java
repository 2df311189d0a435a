package corymb.quality;

/** A side of data quality that is scored by itself. */
public enum Dimension {
    /** Values are there. */
    COMPLETENESS,
    /** Values are of the right type, shape and range, and rows could be read. */
    VALIDITY,
    /** One thing has one row. */
    UNIQUENESS,
    /** Values agree with each other and with the other sources. */
    CONSISTENCY,
    /** Times lie where they can lie. */
    TIMELINESS
}
