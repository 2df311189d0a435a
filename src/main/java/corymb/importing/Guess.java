package corymb.importing;

import corymb.stats.Share;
import java.util.Comparator;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What something most likely is, how sure that is, and what else it could be.
 *
 * @param value the likeliest
 * @param confidence how much of all the evidence speaks for it; 1 when nothing speaks for anything else
 * @param runnerUp the next likeliest; empty when there is none
 * @param reason why, in words; may be empty
 */
public record Guess(String value, Share confidence, String runnerUp, String reason) {
    /** Below this a person had better look. */
    private static final double SURE = 0.8;

    private static final String CHOSEN = "Chosen by hand.";

    static Guess certain(String value, String reason) {
        return new Guess(value, new Share(1), "", reason);
    }

    /** What a person has said. */
    static Guess chosen(String value) {
        return certain(value, CHOSEN);
    }

    /** Whether a person has said it. */
    public boolean isChosen() {
        return reason.equals(CHOSEN);
    }

    static Guess of(String value, double confidence, String runnerUp, String reason) {
        return new Guess(value, new Share(Math.clamp(confidence, 0, 1)), runnerUp, reason);
    }

    /** The likelier of two answers: "true" or "false". */
    static Guess ofTruth(double likelihood, String reason) {
        boolean isTrue = likelihood >= 0.5;
        return of(String.valueOf(isTrue), isTrue ? likelihood : 1 - likelihood, String.valueOf(!isTrue), reason);
    }

    /** The value of the highest weight; its confidence is its part of the weight of both it and the next. */
    static Guess heaviest(Map<String, Double> weights, String reason) {
        ToDoubleFunction<Map.Entry<String, Double>> weight = Map.Entry::getValue;
        var ranked = weights.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Comparator.comparingDouble(weight).reversed())
                .limit(2)
                .toList();
        if (ranked.size() < 2) {
            return certain(ranked.isEmpty() ? "" : ranked.getFirst().getKey(), reason);
        }
        double first = ranked.getFirst().getValue();
        double second = ranked.getLast().getValue();
        return of(
                ranked.getFirst().getKey(),
                first / (first + second),
                ranked.getLast().getKey(),
                reason);
    }

    /** Whether it is sure enough to be taken without a look. */
    public boolean isSure() {
        return confidence.value() >= SURE;
    }
}
