package corymb.ui.kit;

import corymb.work.Problem;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads numbers as people type them: 10, 1,500, 0.5, 0,5 or 12 %. */
public final class Typed {
    private static final Pattern UNSAID = Pattern.compile("[\\s\\u00A0\\u202F%]");

    private Typed() {}

    /**
     * The number in a field.
     *
     * @param field the field's name, for the message
     * @throws corymb.work.Failure when there is none
     */
    public static double number(String text, String field) {
        var plain = plain(text);
        try {
            double value = Double.parseDouble(plain);
            if (Double.isFinite(value) && plain.matches("[-+.0-9eE]+")) {
                return value;
            }
        } catch (NumberFormatException _) {
            // What is typed is not a number yet: told below.
        }
        throw new Problem(Texts.of("kit.noNumber"), field, Texts.of("kit.typeNumber")).asFailure();
    }

    /** The number in a field, a whole one. */
    public static int whole(String text, String field) {
        double value = number(text, field);
        if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            throw new Problem(Texts.of("kit.notWhole"), field, Texts.of("kit.typeWhole")).asFailure();
        }
        return (int) value;
    }

    /** A percentage in a field, as a share. */
    public static double percent(String text, String field) {
        return number(text, field) / 100;
    }

    /** A confidence in percent, as the significance level: 95 is 0.05. */
    public static double significance(String text, String field) {
        return (100 - number(text, field)) / 100;
    }

    /** Where a separator may stand for thousands or decimals, the machine's owner's habit decides. */
    private static String plain(String text) {
        var bare = UNSAID.matcher(text).replaceAll("").replace('−', '-');
        var symbols = DecimalFormatSymbols.getInstance(Locale.getDefault(Locale.Category.FORMAT));
        var group = Pattern.quote(String.valueOf(symbols.getGroupingSeparator()));
        boolean isGrouped = bare.matches("[-+]?\\d{1,3}(" + group + "\\d{3})+(\\D\\d*)?");
        return (isGrouped ? bare.replaceAll(group, "") : bare).replace(',', '.');
    }
}
