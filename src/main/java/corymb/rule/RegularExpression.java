package corymb.rule;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * What is wrong with a regular expression that is to be matched in time linear in the text, as the engine does.
 *
 * <p>Reference: R. Cox, Regular expression matching in the wild (2010), and its syntax at github.com/google/re2/wiki/Syntax: no
 * backreferences and no looking around. Repetitions are written out when one is prepared, so that their number is limited too.
 */
final class RegularExpression {
    /** So often something may be repeated, repetitions in repetitions multiplied, as the engine allows. */
    private static final int MOST_TIMES = 1_000;

    /** So many groups it may have, since they may stand in each other. */
    private static final int MOST_GROUPS = 1_000;

    /** So many letters it may have with its counted repetitions written out. */
    private static final int MOST_LETTERS = 250_000;

    /** A class of letters such as \p{L} stands for hundreds of ranges. */
    private static final int CLASS = 1_000;

    private static final java.util.regex.Pattern COUNT = java.util.regex.Pattern.compile("(\\)?)\\{(\\d*+),?(\\d*+)}");

    private RegularExpression() {}

    /** Why it cannot be used, as a sentence without its full stop; empty where it can. */
    static Optional<String> fault(String expression) {
        double times = times(expression);
        double letters = expression.length() + (double) CLASS * expression.split("\\\\[pP]", -1).length - CLASS;
        if (times > MOST_TIMES || letters * times > MOST_LETTERS) {
            return Optional.of(
                    times > 1
                            ? "The regular expression repeats too much: ask for fewer or shorter repetitions"
                            : "The regular expression is too long: ask for fewer letters or classes of them");
        }
        if (expression.chars().filter(letter -> letter == '(').count() > MOST_GROUPS) {
            return Optional.of(String.format(Locale.ROOT, "A regular expression has at most %,d groups", MOST_GROUPS));
        }
        try {
            Pattern.compile(expression);
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of("This is no regular expression: "
                    + e.getDescription().toLowerCase(Locale.ROOT) + " in “" + e.getPattern() + "”");
        }
    }

    /** How often anything is repeated at most, as if every group that is repeated stood in all others. */
    private static double times(String expression) {
        double groups = 1;
        double one = 1;
        for (var counts = COUNT.matcher(expression); counts.find(); ) {
            double times = Math.max(1, Math.max(number(counts.group(2)), number(counts.group(3))));
            if (counts.group(1).isEmpty()) {
                one = Math.max(one, times);
            } else {
                groups *= times;
            }
        }
        return groups * one;
    }

    private static double number(String digits) {
        return digits.isEmpty() ? 0 : Double.parseDouble(digits);
    }
}
