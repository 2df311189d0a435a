package corymb.feature;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a customer with three scores from 1 to 5 is called: each of the 125 combinations has one name.
 *
 * <p>Recency tells whether somebody still comes, frequency and money together how much they matter; money alone parts who spends
 * little from who spends much where the others do not.
 */
public final class RfmMap {
    /** The best of the scores that combinations are named by; the worst is 1. */
    public static final int SCORES = 5;

    private RfmMap() {}

    /** All combinations' names: by recency, then frequency, then money, each from 1 to 5. */
    public static List<String> names() {
        return scores().flatMap(r -> scores().flatMap(f -> scores().map(m -> name(r, f, m))))
                .toList();
    }

    private static Stream<Integer> scores() {
        return IntStream.rangeClosed(1, SCORES).boxed();
    }

    /** The name of one combination. */
    public static String name(int recency, int frequency, int money) {
        int worth = frequency + money;
        return switch (recency) {
            case 5 -> recent(frequency, worth);
            case 4 -> lately(frequency, worth);
            case 3 -> worth >= 8 ? "Loyal" : worth >= 5 ? "Needing attention" : "About to sleep";
            case 2 -> worth >= 8 ? "At risk" : worth >= 5 ? "About to sleep" : "Hibernating";
            case 1 -> worth >= 9 ? "Cannot lose" : worth >= 7 ? "At risk" : worth >= 4 ? "Hibernating" : "Lost";
            default -> throw new IllegalArgumentException("Scores are 1 to 5, not " + recency);
        };
    }

    private static String recent(int frequency, int worth) {
        if (worth >= 9) {
            return "Champions";
        }
        if (worth >= 7) {
            return "Loyal";
        }
        return frequency == 1 ? "New" : "Promising";
    }

    private static String lately(int frequency, int worth) {
        if (worth >= 8) {
            return "Loyal";
        }
        return frequency == 1 ? "Promising" : worth >= 5 ? "Potentially loyal" : "Promising";
    }
}
