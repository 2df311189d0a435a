package corymb.experiment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as a sentence has them. */
final class Words {
    private Words() {}

    /** A share as percent, three significant digits, no needless zeros. */
    static String percent(double share) {
        return number(share * 100) + " %";
    }

    static String number(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        var digits = Math.abs(value) >= 1_000 ? Math.round(value) : value;
        var rounded = BigDecimal.valueOf(digits).round(new MathContext(Math.abs(value) >= 1_000 ? 15 : 3));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** A p value as reports print it. */
    static String pValue(double p) {
        return p < 0.0001 ? "p below 0.0001" : String.format(Locale.ROOT, "p = %.4f", p);
    }
}
