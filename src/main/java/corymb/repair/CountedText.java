package corymb.repair;

/** A value and how many rows hold it. */
public record CountedText(String text, long rows) {}
