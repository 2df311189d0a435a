package corymb.quality;

/**
 * A row unlike the others.
 *
 * @param place its place among the rows of its source, from 1
 * @param score how soon cuts at random set it apart, from 0 to 1; about 0.5 is usual
 * @param reason which of its values make it so, in words
 */
public record UnusualRow(long place, double score, String reason) {}
