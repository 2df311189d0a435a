package corymb.clustering;

/**
 * What a clustering is worth.
 *
 * @param stability whether its clusters come again in other draws
 * @param nullTest whether chance alone would do as well
 */
public record Soundness(Stability stability, NullTest nullTest) {
    /** Nothing is known. */
    public static final Soundness NONE = new Soundness(Stability.NONE, NullTest.NONE);

    /** Whether it was looked into. */
    public boolean isKnown() {
        return !stability.jaccards().isEmpty();
    }
}
