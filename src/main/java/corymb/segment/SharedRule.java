package corymb.segment;

/**
 * The rule of a segment as it goes from one project to another.
 *
 * @param name what the segment is called
 * @param text the rule as people write it; whether it is one is not known yet
 */
public record SharedRule(String name, String text) {}
