package corymb.repair;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Countries by their names in some languages and by their codes.
 *
 * <p>Reference: ISO 3166-1; the names are those of the Unicode Common Locale Data Repository.
 */
public final class CountryNames {
    private static final List<Locale> LANGUAGES = List.of(
            Locale.ENGLISH,
            Locale.GERMAN,
            Locale.FRENCH,
            Locale.ITALIAN,
            Locale.of("nl"),
            Locale.of("es"),
            Locale.of("pt"),
            Locale.of("pl"),
            Locale.of("sv"),
            Locale.of("da"));

    /** What people write that no list of names has. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("uk", "GB"),
            Map.entry("greatbritain", "GB"),
            Map.entry("england", "GB"),
            Map.entry("scotland", "GB"),
            Map.entry("wales", "GB"),
            Map.entry("northernireland", "GB"),
            Map.entry("unitedstatesofamerica", "US"),
            Map.entry("vereinigtestaatenvonamerika", "US"),
            Map.entry("holland", "NL"),
            Map.entry("thenetherlands", "NL"),
            Map.entry("czechrepublic", "CZ"),
            Map.entry("tschechischerepublik", "CZ"),
            Map.entry("turkey", "TR"),
            Map.entry("republicofireland", "IE"),
            Map.entry("southkorea", "KR"));

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]");
    private static final Map<String, String> CODES = codes();

    private CountryNames() {}

    /** The two letters of ISO 3166-1 for a name or a code, whatever its case, accents and punctuation; the usual UK is GB. */
    public static Optional<String> code(String name) {
        return Optional.ofNullable(CODES.get(word(name)));
    }

    /** The letters and digits of a text, small and without accents. */
    public static String word(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        return NO_WORD.matcher(plain).replaceAll("");
    }

    private static Map<String, String> codes() {
        var codes = new HashMap<String, String>();
        for (var code : Locale.getISOCountries()) {
            var country = Locale.of("", code);
            LANGUAGES.forEach(language -> codes.put(word(country.getDisplayCountry(language)), code));
        }
        codes.putAll(OTHERS);
        for (var code : Locale.getISOCountries()) {
            codes.put(word(Locale.of("", code).getISO3Country()), code);
            codes.put(word(code), code);
        }
        return Map.copyOf(codes);
    }
}
