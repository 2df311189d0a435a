package corymb.privacy;

/** How many people said what, as their latest word, to one purpose; {@code unknown} counts answers that cannot be read. */
public record PurposeCount(String purpose, long granted, long denied, long withdrawn, long unknown) {}
