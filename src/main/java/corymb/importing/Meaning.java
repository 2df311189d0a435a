package corymb.importing;

import java.util.List;
import java.util.regex.Pattern;

/** What the values of a column stand for, beyond their type. */
public enum Meaning {
    EMAIL(List.of("email"), "\\S+@[^\\s@]+\\.[^\\s@.]{2,}", 1),
    URL(
            List.of("url", "website", "homepage", "link", "webseite", "site_web"),
            "(?i)(https?|ftp)://\\S+|www\\.\\S+\\.\\S+",
            1),
    IP(
            List.of("ip", "ip_address", "ip_adresse", "adresse_ip"),
            "((25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1?\\d?\\d)|(?i)(?=.*:.*:)[0-9a-f:]{3,39}",
            0.97),
    MONEY(
            List.of("value", "price"),
            "[€$£¥] ?[+-]?[\\d.,' ]+|[+-]?[€$£¥] ?[\\d.,' ]+|[+-]?[\\d.,' ]+ ?([€$£¥]|EUR|USD|GBP|CHF|JPY|PLN|SEK|CZK)|(EUR|USD|GBP|CHF) ?[\\d.,' ]+",
            0.97),
    PERCENTAGE(List.of("percent", "percentage", "prozent"), "[+-]?[\\d.,]+ ?%", 0.97),
    /** Nine digits or more, as far as only the values tell: any number has fewer. */
    PHONE(
            List.of("phone"),
            "\\+?[\\d() /.-]{6,24}( ?(x|ext\\.?) ?\\d{1,5})?",
            "(\\+|00)[1-9][\\d() /.-]{6,20}|(?!\\d{1,2}[/-]\\d{1,2}[/-]\\d{2,4}(?!\\d))\\(?0\\d{1,5}\\)?[ /-][\\d /-]{5,14}|\\(?\\d{3}\\)?[ -]?\\d{3}[ -]\\d{3,4}",
            0.85),
    COUNTRY(List.of("country"), Vocabulary.COUNTRIES, 0.9),
    CURRENCY(List.of("currency", "waehrung", "wahrung", "devise", "moneda", "valuta"), Vocabulary.CURRENCIES, 0.9),
    POSTCODE(
            List.of("postcode"),
            "(?i)\\d{4,6}|[A-Z]{1,2}-?\\d{4,5}|[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}|\\d{4} ?[A-Z]{2}|[A-Z]\\d[A-Z][ -]?\\d[A-Z]\\d|\\d{2}-\\d{3}|\\d{3}[ -]\\d{2}|\\d{4}-\\d{3}|\\d{5}-\\d{4}|\\d{3}-\\d{4}",
            "[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}|\\d{4} [A-Z]{2}|[A-Z]\\d[A-Z] \\d[A-Z]\\d|\\d{2}-\\d{3}|\\d{5}-\\d{4}",
            0.85),
    /** The days of a column give it away together, see {@link BirthDates}. */
    BIRTH_DATE(List.of("birth_date"), ".*\\d.*", "", 0.7),
    PERSON_NAME(
            List.of("given_name", "family_name", "name", "full_name", "fullname", "customer_name", "contact_name"),
            "\\p{Lu}[\\p{L}\\p{M}'’. -]{0,50}|[\\p{L}&&[^\\p{Lu}\\p{Ll}]]{2,12}",
            "\\p{Lu}\\p{Ll}+(-\\p{Lu}\\p{Ll}+)?( \\p{Lu}\\.?)?( (van|von|de|der|den|la|di|da|del))* \\p{Lu}[\\p{L}'’-]+",
            0.5),
    /** What tells one thing from another, and is no quantity though it may be written in digits. */
    IDENTIFIER(
            List.of("id", "customer", "item_id", "order_id", "session_id"),
            "\\S{1,64}",
            "[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}|\\d{16,}|0\\d{2,}|[A-Z]{1,5}[-_]?\\d{3,}",
            0.8);

    // Lists made by List.of and a pattern, neither of which changes.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> fields;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Vocabulary named;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Vocabulary unnamed;

    private final double byValuesAlone;

    Meaning(List<String> fields, String pattern, double byValuesAlone) {
        this(fields, pattern, pattern, byValuesAlone);
    }

    Meaning(List<String> fields, String named, String unnamed, double byValuesAlone) {
        this.fields = fields;
        this.named = Vocabulary.of(Pattern.compile(named));
        this.unnamed = unnamed.isEmpty() ? Vocabulary.NONE : Vocabulary.of(Pattern.compile(unnamed));
        this.byValuesAlone = byValuesAlone;
    }

    Meaning(List<String> fields, Vocabulary words, double byValuesAlone) {
        this.fields = fields;
        this.named = words;
        this.unnamed = words;
        this.byValuesAlone = byValuesAlone;
    }

    /** What columns with these values are called: fields with their names in all languages, or names themselves. */
    List<String> fields() {
        return fields;
    }

    /** Whether a value can be one, given that the column's name says so. */
    boolean fits(String value) {
        return named.has(value);
    }

    /** Whether a value gives it away by itself; what says yes or no does not, though NO and SI are countries, too. */
    boolean shows(String value) {
        return unnamed.has(value) && !ValueShape.BOOLEAN.fits(value);
    }

    /** How sure it is when all values show it and the name says nothing. */
    double byValuesAlone() {
        return byValuesAlone;
    }

    /** Whether values that have it tell which field their column is, whatever it is called. */
    boolean tellsField() {
        return switch (this) {
            case EMAIL, PHONE, COUNTRY, POSTCODE, MONEY, BIRTH_DATE -> true;
            case URL, IP, PERCENTAGE, CURRENCY, PERSON_NAME, IDENTIFIER -> false;
        };
    }

    /** Whether values in digits must not be taken for numbers. */
    boolean isText() {
        return switch (this) {
            case PHONE, POSTCODE, IDENTIFIER -> true;
            case EMAIL, URL, IP, MONEY, PERCENTAGE, COUNTRY, CURRENCY, BIRTH_DATE, PERSON_NAME -> false;
        };
    }
}
