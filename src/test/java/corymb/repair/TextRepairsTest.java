package corymb.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Single texts and what repairs make of them. */
class TextRepairsTest {
    private static @Nullable String mended(TextRepair repair, String text) {
        return mended(repair, text, "");
    }

    private static @Nullable String mended(TextRepair repair, String text, String context) {
        return TextRepairs.of(repair).of(text, context).text();
    }

    private static boolean isRead(TextRepair repair, String text) {
        return TextRepairs.of(repair).of(text, "").isUnderstood();
    }

    @Test
    void blanksOfEveryKindAreTrimmed() {
        var trim = new TextRepair.Trim(List.of("a"));
        assertThat(mended(trim, "  New \u00a0\t York\u200b ")).isEqualTo("New York");
        assertThat(mended(trim, "\u3000\u2009\n")).isNull();
        assertThat(mended(trim, "plain")).isEqualTo("plain");
    }

    @Test
    void initialsAreCapitalsWhereWordsBegin() {
        var title = new TextRepair.Casing(List.of("a"), TextRepair.Letters.TITLE);
        assertThat(mended(title, "SEAN O'BRIEN-müller")).isEqualTo("Sean O'Brien-Müller");
        assertThat(mended(title, "don't be late")).isEqualTo("Don't Be Late");
        assertThat(mended(title, "élodie d’arc 2nd")).isEqualTo("Élodie D’Arc 2nd");
        assertThat(mended(title, "ǆ")).isEqualTo("ǅ");
        assertThat(mended(new TextRepair.Casing(List.of("a"), TextRepair.Letters.UPPER), "straße"))
                .isEqualTo("STRASSE");
        assertThat(mended(new TextRepair.Casing(List.of("a"), TextRepair.Letters.LOWER), "ÀB"))
                .isEqualTo("àb");
    }

    /** The examples are those of figures 3 to 6 of Unicode Standard Annex 15. */
    @Test
    void charactersThatLookTheSameAreTheSame() {
        var nfc = new TextRepair.Unicode(List.of("a"), TextRepair.Form.NFC);
        var nfkc = new TextRepair.Unicode(List.of("a"), TextRepair.Form.NFKC);
        assertThat(mended(nfc, "D\u0307")).isEqualTo("\u1e0a");
        assertThat(mended(nfc, "\u212b")).isEqualTo("\u00c5");
        assertThat(mended(nfc, "\ufb01")).isEqualTo("\ufb01");
        assertThat(mended(nfkc, "\ufb01")).isEqualTo("fi");
        assertThat(mended(nfkc, "2\u2075")).isEqualTo("25");
    }

    @Test
    void countriesBecomeCodes() {
        var two = new TextRepair.Countries("a", TextRepair.CountryCode.ALPHA2);
        assertThat(mended(two, "Schweiz")).isEqualTo("CH");
        assertThat(mended(two, "Österreich ")).isEqualTo("AT");
        assertThat(mended(two, "U.S.A.")).isEqualTo("US");
        assertThat(mended(two, "uk")).isEqualTo("GB");
        assertThat(mended(two, "deu")).isEqualTo("DE");
        assertThat(mended(two, "Czech Republic")).isEqualTo("CZ");
        assertThat(mended(two, "Atlantis")).isEqualTo("Atlantis");
        assertThat(isRead(two, "Atlantis")).isFalse();
        assertThat(mended(new TextRepair.Countries("a", TextRepair.CountryCode.ALPHA3), "Suisse"))
                .isEqualTo("CHE");
    }

    /** The codes are those of ISO's Online Browsing Platform. */
    @Test
    void regionsBecomeCodesOfTheirCountry() {
        var regions = new TextRepair.Regions("region", "country", "");
        assertThat(mended(regions, "Bayern", "Deutschland")).isEqualTo("DE-BY");
        assertThat(mended(regions, "Bavaria", "DE")).isEqualTo("DE-BY");
        assertThat(mended(regions, "Freistaat Bayern", "DE")).isEqualTo("DE-BY");
        assertThat(mended(regions, "California", "USA")).isEqualTo("US-CA");
        assertThat(mended(regions, "ca", "us")).isEqualTo("US-CA");
        assertThat(mended(regions, "Zurich", "CH")).isEqualTo("CH-ZH");
        assertThat(mended(regions, "Canton de Genève", "Suisse")).isEqualTo("CH-GE");
        assertThat(mended(regions, "Ile de France", "France")).isEqualTo("FR-IDF");
        assertThat(mended(regions, "Lombardy", "Italia")).isEqualTo("IT-25");
        assertThat(mended(regions, "La Rioja", "ES")).isEqualTo("ES-RI");
        assertThat(mended(regions, "FR-IDF", "")).isEqualTo("FR-IDF");
        assertThat(mended(regions, "Tessin", "")).isEqualTo("CH-TI");
        assertThat(mended(new TextRepair.Regions("region", "", "CH"), "VD")).isEqualTo("CH-VD");
    }

    @Test
    void regionsThatCouldBeSeveralStay() {
        var regions = new TextRepair.Regions("region", "country", "");
        for (var text : List.of("Limburg", "CA", "Punjab", "Atlantis", "")) {
            assertThat(isRead(regions, text)).as(text).isFalse();
            assertThat(mended(regions, text)).isEqualTo(text);
        }
        assertThat(mended(regions, "Limburg", "NL")).isEqualTo("NL-LI");
        assertThat(mended(regions, "Limburg", "BE")).isEqualTo("BE-VLI");
        assertThat(mended(regions, "California", "DE")).isEqualTo("California");
        assertThatThrownBy(() -> new TextRepair.Regions("region", "", "Schweiz"))
                .hasMessageContaining("Schweiz");
    }

    /** The Swiss number is the example of libphonenumber's own documentation; the others are of the plans' reserved ranges. */
    @Test
    void phonesBecomeInternational() {
        var phones = new TextRepair.Phones("phone", "country", "CH");
        assertThat(mended(phones, "044 668 18 00")).isEqualTo("+41446681800");
        assertThat(mended(phones, "020 7946 0018", "United Kingdom")).isEqualTo("+442079460018");
        assertThat(mended(phones, "0041 (0)44 668 18 00", "DE")).isEqualTo("+41446681800");
        assertThat(mended(phones, "+1 (650) 253-0000", "nowhere")).isEqualTo("+16502530000");
        for (var none : List.of("call me", "12", "", "+99912345", "0".repeat(4_000))) {
            assertThat(mended(phones, none)).isEqualTo(none);
            assertThat(isRead(phones, none)).isFalse();
        }
        assertThatThrownBy(() -> new TextRepair.Phones("phone", "", "Switzerland"))
                .hasMessageContaining("Switzerland");
    }

    @Test
    void addressesArePlain() {
        var emails = new TextRepair.Emails("email");
        assertThat(mended(emails, " Anna@Example.ORG ")).isEqualTo("anna@example.org");
        assertThat(mended(emails, "mailto:anna@example.org")).isEqualTo("anna@example.org");
        assertThat(mended(emails, "Anna M. <anna@example.org>;")).isEqualTo("anna@example.org");
        assertThat(mended(emails, "anna @ example . org")).isEqualTo("anna@example.org");
        assertThat(mended(emails, "ａｎｎａ＠example.org")).isEqualTo("anna@example.org");
        for (var none : List.of("anna at example.org", "anna bell@example.org", "a@b@c.org", "@", "anna@localhost")) {
            assertThat(mended(emails, none)).isEqualTo(none);
            assertThat(isRead(emails, none)).isFalse();
        }
    }

    @Test
    void aDictionarySaysWhatBecomesOfAValue() {
        var dictionary = new TextRepair.Dictionary(
                "city",
                List.of(
                        new TextRepair.Entry("Zurich", TextRepair.Decision.REPLACE, "Zürich"),
                        new TextRepair.Entry("n/a", TextRepair.Decision.EXCLUDE, ""),
                        new TextRepair.Entry("Test", TextRepair.Decision.FLAG, ""),
                        new TextRepair.Entry("Berne", TextRepair.Decision.KEEP, "")));
        assertThat(mended(dictionary, "Zurich")).isEqualTo("Zürich");
        assertThat(mended(dictionary, "n/a")).isNull();
        assertThat(mended(dictionary, "Test")).isEqualTo("Test");
        assertThat(mended(dictionary, "zurich")).isEqualTo("zurich");
        assertThatThrownBy(() -> new TextRepair.Entry("a", TextRepair.Decision.EXCLUDE, "b"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TextRepair.Trim(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
