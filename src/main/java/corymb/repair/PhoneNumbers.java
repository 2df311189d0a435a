package corymb.repair;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.regex.Pattern;

/** Telephone numbers as libphonenumber knows them. */
final class PhoneNumbers {
    /** Longer texts are no numbers, however many digits stand in them. */
    private static final int LONGEST = 60;

    /** What stands between digits and means nothing; without it a number is read faster. */
    private static final Pattern BETWEEN = Pattern.compile("[ ./()-]");

    private static final Pattern DIGITS = Pattern.compile("\\+?[0-9 ./()-]+");

    private PhoneNumbers() {}

    static boolean isRegion(String region) {
        return PhoneNumberUtil.getInstance().getSupportedRegions().contains(region);
    }

    /** @param region where the number is dialled when it names no country; empty when that is not known */
    static Mended international(String text, String region) {
        if (text.length() > LONGEST) {
            return Mended.unread(text);
        }
        var numbers = PhoneNumberUtil.getInstance();
        try {
            var number = numbers.parse(plain(text), region);
            boolean isWhole = numbers.isValidNumber(number) && !number.hasExtension();
            return isWhole ? Mended.to(numbers.format(number, PhoneNumberFormat.E164)) : Mended.unread(text);
        } catch (NumberParseException _) {
            return Mended.unread(text);
        }
    }

    private static String plain(String text) {
        return DIGITS.matcher(text).matches() ? BETWEEN.matcher(text).replaceAll("") : text;
    }
}
