package corymb.experiment;

/** When the test's result is looked at, and acted on. */
public enum Peek {
    /** Once, at the end. */
    NEVER,
    /** Every day; the test is stopped as soon as it is significant. */
    DAILY
}
