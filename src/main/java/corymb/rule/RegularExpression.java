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
    /** So many letters it may have with its counted repetitions written out. */
    private static final long MOST = 500_000;

    /** A class of letters such as \p{L} stands for hundreds of ranges. */
    private static final int CLASS = 1_000;

    private static final java.util.regex.Pattern COUNT = java.util.regex.Pattern.compile("\\{(\\d*+),?(\\d*+)}");

    private RegularExpression() {}

    /** Why it cannot be used, as a sentence without its full stop; empty where it can. */
    static Optional<String> fault(String expression) {
        if (size(expression) > MOST) {
            return Optional.of("The regular expression repeats too much: ask for fewer or shorter repetitions");
        }
        try {
            Pattern.compile(expression);
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of("This is no regular expression: "
                    + e.getDescription().toLowerCase(Locale.ROOT) + " in “" + e.getPattern() + "”");
        }
    }

    /** No less than its length with all repetitions written out, even where they do not stand in each other. */
    private static double size(String expression) {
        double size = expression.length()
                + (double) CLASS
                        * (expression.length()
                                - expression.replaceAll("(?i)\\\\p", "_").length());
        for (var counts = COUNT.matcher(expression); counts.find(); ) {
            size *= Math.max(1, Math.max(number(counts.group(1)), number(counts.group(2))));
        }
        return size;
    }

    private static double number(String digits) {
        return digits.isEmpty() ? 0 : Double.parseDouble(digits);
    }
}
