package corymb.importing;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;

/** Names of columns. */
final class Names {
    private Names() {}

    /** A name as a column of a table has it: small letters, digits and underscores. */
    static String cleaned(String name) {
        var plain = Normalizer.normalize(name.replace("ß", "ss"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("(\\p{Ll})(\\p{Lu})", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "_")
                .replaceAll("^_+|_+$", "");
        return plain.isEmpty() ? "column" : plain;
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
