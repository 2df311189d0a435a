package corymb.quality;

/**
 * How good a source is on one side, 0 to 100.
 *
 * @param dimension the side
 * @param score 100 when nothing failed
 * @param explanation what the score was made of, one sentence
 */
public record DimensionScore(Dimension dimension, double score, String explanation) {
    /** A score as whole points; not rounded up to 100, which would say that nothing was found. */
    public static long points(double score) {
        return score < 100 ? Math.min(99, Math.round(score)) : 100;
    }
}
