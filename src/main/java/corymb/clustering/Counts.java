package corymb.clustering;

import java.util.stream.IntStream;

/**
 * The numbers of clusters to try.
 *
 * @param fewest the fewest, at least 2
 * @param most the most, at least the fewest
 */
public record Counts(int fewest, int most) {
    public Counts {
        if (fewest < 2 || most < fewest) {
            throw new IllegalArgumentException("Not a range of cluster counts: " + fewest + " to " + most);
        }
    }

    /** Whether there is but one. */
    public boolean isOne() {
        return fewest == most;
    }

    IntStream stream() {
        return IntStream.rangeClosed(fewest, most);
    }
}
