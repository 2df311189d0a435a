package corymb.chart;

import corymb.segment.Contrast;
import corymb.segment.Contrast.Difference;
import corymb.segment.Contrast.Effect;
import corymb.segment.Contrast.Pair;

/** Differences between segments, as people say them. */
public final class ContrastWords {
    private static final double MEDIUM = 0.5;
    private static final double SMALL = 0.2;
    private static final double SMALLEST = 0.0001;

    private ContrastWords() {}

    /** Which two sides were compared, and what became of those of both. */
    public static String compared(Pair pair) {
        var numbers = Numbers.local();
        var ones = numbers.count(pair.ones());
        var others = numbers.count(pair.others());
        if (pair.isWithRest()) {
            return "“%s” (%s) and everybody else (%s)".formatted(pair.one(), ones, others);
        }
        return switch (pair.shared()) {
            case LEFT_OUT ->
                "“%s” (%s) and “%s” (%s)".formatted(pair.one(), ones, pair.other(), others)
                        + (pair.both() == 0 ? "" : ", without the " + numbers.count(pair.both()) + " of both");
            case WITH_ONE ->
                "“%s” (%s) and the other %s of “%s”, which it lies within"
                        .formatted(pair.one(), ones, others, pair.other());
            case WITH_OTHER ->
                "The %s others of “%s” and “%s” (%s), which lies within it"
                        .formatted(ones, pair.one(), pair.other(), others);
        };
    }

    /** What the two sides have: "812 against 96 on average". */
    public static String values(Effect effect) {
        var numbers = Numbers.local();
        return switch (effect) {
            case Contrast.Means means ->
                "%s against %s on average"
                        .formatted(
                                numbers.prose(means.one().mean()),
                                numbers.prose(means.other().mean()));
            case Contrast.Shares shares -> values(shares);
            case Contrast.Levels levels -> ListValues.inWords(levels.level()) + " " + values(levels.most());
        };
    }

    private static String values(Contrast.Shares shares) {
        var numbers = Numbers.local();
        return "%s against %s"
                .formatted(
                        numbers.percent(shares.one().rate()),
                        numbers.percent(shares.other().rate()));
    }

    /** How large a difference is, in a word. */
    public static String size(Effect effect) {
        double magnitude = effect.magnitude();
        return magnitude >= Contrast.LARGE
                ? "large"
                : magnitude >= MEDIUM ? "medium" : magnitude >= SMALL ? "small" : "very small";
    }

    /** An adjusted p value; far out in the tail only that it is small. */
    public static String pValue(double value) {
        return value < SMALLEST
                ? "under " + Numbers.local().fixed(SMALLEST, 4)
                : Numbers.local().fixed(value, 4);
    }

    /** What stands over a chart: the largest difference that is no accident. */
    static String finding(Pair pair, Difference largest, Vocabulary words) {
        return "“%s” differs most from %s in %s: %s"
                .formatted(
                        pair.one(),
                        pair.isWithRest() ? "everybody else" : "“" + pair.other() + "”",
                        words.inSentence(largest.feature()),
                        values(largest.effect()));
    }
}
