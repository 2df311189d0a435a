package corymb.clustering;

import corymb.stats.Seed;

/**
 * How clusters are put into rules.
 *
 * @param depth how many questions in a row a rule may ask at most, 1 to {@value #DEEPEST}
 * @param seed what makes the choice of held-out rows repeatable
 */
public record DistillationPlan(int depth, Seed seed) {
    /** Deeper rules nobody reads. */
    public static final int DEEPEST = 6;

    /** What reads well and mostly says enough. */
    public static final int USUAL = 3;

    public DistillationPlan {
        if (depth < 1 || depth > DEEPEST) {
            throw new IllegalArgumentException("A depth from 1 to " + DEEPEST + ", not " + depth);
        }
    }
}
