package corymb.repair;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What repairs of texts make of one. */
final class TextRepairs {
    /** Every kind of space, line and control, and the characters of no width that separate nothing. */
    private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\p{Cc}\\u200B\\u2060\\uFEFF]+");

    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@<>\"',;:()\\[\\]]{1,64}@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]{0,252})\\.[\\p{L}]{2,63}");

    private static final Pattern BLANKS_IN_ADDRESS = Pattern.compile(" ?([@.]) ?");
    private static final Pattern AROUND_ADDRESS = Pattern.compile("^[\"'(\\[ ]+|[\"')\\].,; ]+$");
    private static final Pattern LINK = Pattern.compile("^mailto: ?");

    private TextRepairs() {}

    /** What becomes of a text beside its context. */
    @FunctionalInterface
    interface Function {
        Mended of(String text, String context);
    }

    static Function of(TextRepair repair) {
        return switch (repair) {
            case TextRepair.Trim _ -> plain(TextRepairs::trimmed);
            case TextRepair.Casing(var _, var letters) -> plain(text -> cased(text, letters));
            case TextRepair.Unicode(var _, var form) -> plain(text -> Normalizer.normalize(text, form(form)));
            case TextRepair.Dictionary dictionary -> lookUp(dictionary);
            case TextRepair.Countries(var _, var code) -> (text, _) -> country(text, code);
            case TextRepair.Regions regions -> withCountry(regions.home(), TextRepairs::region);
            case TextRepair.Phones phones -> withCountry(phones.region(), PhoneNumbers::international);
            case TextRepair.Emails _ -> (text, _) -> address(text);
        };
    }

    private static Function plain(UnaryOperator<String> change) {
        return (text, _) -> Mended.to(change.apply(text));
    }

    private static Function lookUp(TextRepair.Dictionary dictionary) {
        var known = new HashMap<String, Mended>();
        for (var entry : dictionary.entries()) {
            known.put(
                    entry.value(),
                    switch (entry.decision()) {
                        case REPLACE -> Mended.to(entry.replacement());
                        case EXCLUDE -> Mended.MISSING;
                        case FLAG, KEEP -> new Mended(entry.value(), true);
                    });
        }
        return (text, _) -> known.getOrDefault(text, new Mended(text, true));
    }

    static String trimmed(String text) {
        return isTrimmed(text) ? text : BLANKS.matcher(text).replaceAll(" ").strip();
    }

    /** Whether there is surely nothing to trim, which is so of most texts and told faster. */
    private static boolean isTrimmed(String text) {
        boolean isAfterBlank = true;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean isBlank = letter == ' ';
            if (letter < ' ' || letter > '~' || (isBlank && isAfterBlank)) {
                return false;
            }
            isAfterBlank = isBlank;
        }
        return !isAfterBlank;
    }

    private static Normalizer.Form form(TextRepair.Form form) {
        return switch (form) {
            case NFC -> Normalizer.Form.NFC;
            case NFKC -> Normalizer.Form.NFKC;
        };
    }

    static String cased(String text, TextRepair.Letters letters) {
        return switch (letters) {
            case LOWER -> text.toLowerCase(Locale.ROOT);
            case UPPER -> text.toUpperCase(Locale.ROOT);
            case TITLE -> title(text);
        };
    }

    /** A capital where a word begins: after what is no letter, but after an apostrophe only where one letter stands before it. */
    private static String title(String text) {
        var title = new StringBuilder();
        int letters = 0;
        boolean isAfterOne = false;
        for (int at = 0; at < text.length(); ) {
            int letter = text.codePointAt(at);
            if (isOfWord(letter)) {
                boolean isFirst = letters == 0 || isAfterOne;
                title.appendCodePoint(isFirst ? Character.toTitleCase(letter) : Character.toLowerCase(letter));
                letters++;
                isAfterOne = false;
            } else {
                boolean isApostrophe = letter == '\'' || letter == '’';
                isAfterOne = isApostrophe && letters == 1;
                letters = isApostrophe && letters > 0 ? letters : 0;
                title.appendCodePoint(letter);
            }
            at += Character.charCount(letter);
        }
        return title.toString();
    }

    private static boolean isOfWord(int letter) {
        return Character.isLetterOrDigit(letter) || Character.getType(letter) == Character.NON_SPACING_MARK;
    }

    private static Mended country(String text, TextRepair.CountryCode code) {
        return CountryNames.code(text)
                .map(two -> code == TextRepair.CountryCode.ALPHA2
                        ? two
                        : Locale.of("", two).getISO3Country())
                .map(Mended::to)
                .orElse(Mended.unread(text));
    }

    private static Mended region(String text, String country) {
        return RegionNames.code(text, country).map(Mended::to).orElse(Mended.unread(text));
    }

    /** With the code of the row's country or else the usual one; a column has few, and each is looked up once. */
    private static Function withCountry(String usual, Function repair) {
        var codes = new ConcurrentHashMap<String, String>();
        return (text, country) -> repair.of(
                text,
                codes.computeIfAbsent(country, name -> CountryNames.code(name).orElse(usual)));
    }

    private static Mended address(String text) {
        var plain = trimmed(Normalizer.normalize(text, Normalizer.Form.NFKC)).toLowerCase(Locale.ROOT);
        int open = plain.lastIndexOf('<');
        int close = plain.indexOf('>', open + 1);
        var inside = open >= 0 && close > open ? plain.substring(open + 1, close) : plain;
        var together = BLANKS_IN_ADDRESS.matcher(inside).replaceAll("$1");
        var address =
                LINK.matcher(AROUND_ADDRESS.matcher(together).replaceAll("")).replaceFirst("");
        return ADDRESS.matcher(address).matches() ? Mended.to(address) : Mended.unread(text);
    }
}
