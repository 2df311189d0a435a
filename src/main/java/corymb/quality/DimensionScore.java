package corymb.quality;

/**
 * How good a source is on one side, 0 to 100.
 *
 * @param dimension the side
 * @param score 100 when nothing failed
 * @param explanation what the score was made of, one sentence
 */
public record DimensionScore(Dimension dimension, double score, String explanation) {}
