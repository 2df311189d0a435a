package corymb.clustering;

/**
 * What a clustering is worth.
 *
 * @param stability whether its clusters come again in other draws
 * @param nullTest whether chance alone would do as well
 * @param gap how much tighter each number of clusters is than chance makes it
 */
public record Soundness(Stability stability, NullTest nullTest, GapStatistic gap) {
    /** Nothing is known. */
    public static final Soundness NONE = new Soundness(Stability.NONE, NullTest.NONE, GapStatistic.NONE);

    /** Whether it was looked into. */
    public boolean isKnown() {
        return !stability.jaccards().isEmpty();
    }
}
