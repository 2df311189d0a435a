package corymb.stats;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Writes numbers for sentences: four significant digits, grouped, never with an exponent. */
public final class SignificantDigits {
    private static final MathContext FOUR = new MathContext(4, RoundingMode.HALF_EVEN);

    private SignificantDigits() {}

    /**
     * The number in words' company, such as 1,234,000 or 0.05679.
     *
     * @throws NumberFormatException when it is not finite
     */
    public static String of(double value) {
        var rounded = BigDecimal.valueOf(value).round(FOUR).stripTrailingZeros();
        return String.format(Locale.ROOT, "%,." + Math.max(0, rounded.scale()) + "f", rounded);
    }
}
