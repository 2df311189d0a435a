package corymb.importing;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of columns. */
final class Names {
    private static final int LONGEST = 200;
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern HUMP = Pattern.compile("(\\p{Ll})(\\p{Lu})");
    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Names() {}

    /** A name as a column of a table has it: small letters, digits and underscores, and no longer than a name is. */
    static String cleaned(String whole) {
        var name = whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST);
        if (isClean(name)) {
            return name;
        }
        var letters = MARKS.matcher(Normalizer.normalize(name.replace("ß", "ss"), Normalizer.Form.NFD))
                .replaceAll("");
        var words = HUMP.matcher(letters).replaceAll("$1_$2").toLowerCase(Locale.ROOT);
        var plain = trimmed(OTHERS.matcher(words).replaceAll("_"));
        return plain.isEmpty() ? "column" : plain;
    }

    /** Without the underscores at both ends, of which there is at most one each. */
    private static String trimmed(String name) {
        int start = name.startsWith("_") ? 1 : 0;
        return name.substring(start, Math.max(start, name.length() - (name.endsWith("_") ? 1 : 0)));
    }

    /** Most names are clean, and a table may have thousands. */
    private static boolean isClean(String name) {
        return !name.isEmpty()
                && !name.startsWith("_")
                && !name.endsWith("_")
                && !name.contains("__")
                && name.chars()
                        .allMatch(sign -> sign == '_' || (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9'));
    }

    /** The name, with a number behind it when it is taken. */
    static String unused(String name, Collection<String> taken) {
        var unused = name;
        for (int number = 2; isTaken(unused, taken); number++) {
            unused = name + "_" + number;
        }
        return unused;
    }

    private static boolean isTaken(String name, Collection<String> taken) {
        return taken.stream().anyMatch(name::equalsIgnoreCase);
    }
}
