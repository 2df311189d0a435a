package corymb.importing;

import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The values that a kind of thing has, as far as they can be told. */
final class Vocabulary {
    private static final List<String> LANGUAGES =
            List.of("en", "de", "fr", "nl", "es", "it", "pt", "pl", "sv", "da", "ja", "zh", "ru");

    static final Vocabulary NONE = new Vocabulary(_ -> false);
    static final Vocabulary COUNTRIES = of(countries());
    static final Vocabulary CURRENCIES = of(currencies());

    private final Predicate<String> test;

    private Vocabulary(Predicate<String> test) {
        this.test = test;
    }

    static Vocabulary of(Pattern pattern) {
        return new Vocabulary(
                value -> value.length() <= 300 && pattern.matcher(value).matches());
    }

    private static Vocabulary of(Set<String> words) {
        return new Vocabulary(value -> words.contains(value.toUpperCase(Locale.ROOT)));
    }

    boolean has(String value) {
        return test.test(value);
    }

    /** ISO codes of two and three letters, and names in the languages of most customers' files. */
    private static Set<String> countries() {
        var words = new HashSet<String>(Set.of("USA", "UK", "ENGLAND", "SCOTLAND", "UAE", "HOLLAND"));
        for (var code : Locale.getISOCountries()) {
            var country = Locale.of("", code);
            words.add(code);
            words.add(country.getISO3Country());
            LANGUAGES.forEach(language ->
                    words.add(country.getDisplayCountry(Locale.of(language)).toUpperCase(Locale.ROOT)));
        }
        return words;
    }

    private static Set<String> currencies() {
        var words = new HashSet<String>(Set.of("€", "$", "£", "¥"));
        Currency.getAvailableCurrencies().forEach(currency -> words.add(currency.getCurrencyCode()));
        return words;
    }
}
