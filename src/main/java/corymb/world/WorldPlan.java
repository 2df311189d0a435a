package corymb.world;

import corymb.stats.Seed;

/**
 * All that decides what an invented world looks like.
 *
 * @param people how many real people it has, 1 to 5,000,000; everything else grows with them
 * @param seed where chance starts
 */
public record WorldPlan(int people, Seed seed) {
    /** The world in the folder {@code sample-data}. */
    public static final WorldPlan SAMPLE = new WorldPlan(6_000, new Seed(1));

    public static final int MOST_PEOPLE = 5_000_000;

    public WorldPlan {
        if (people < 1 || people > MOST_PEOPLE) {
            throw new IllegalArgumentException("A world has 1 to 5,000,000 people, not " + people);
        }
    }
}
