package corymb.importing;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number such as 2.361, which is a bit more than two or some thousands as the point or the comma stands before decimals.
 *
 * @param written how it stands in the file
 * @param withPoint the number it is when the point stands before decimals
 * @param withComma the number it is when the comma does
 */
public record TwoNumbers(String written, String withPoint, String withComma) {
    private static final Pattern NUMBER = Pattern.compile("[^\\d.,]*([1-9]\\d{0,2})([.,])(\\d{3})[^\\d.,]*");

    /** The readings of a text; empty when it is no such number. */
    public static Optional<TwoNumbers> of(String text) {
        var number = NUMBER.matcher(text.strip());
        if (!number.matches()) {
            return Optional.empty();
        }
        var small = number.group(1) + "." + number.group(3);
        var large = number.group(1) + number.group(3);
        boolean isPoint = number.group(2).equals(".");
        return Optional.of(new TwoNumbers(text.strip(), isPoint ? small : large, isPoint ? large : small));
    }
}
