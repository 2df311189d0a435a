package corymb.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OddSpellingsTest {
    private static List<ValueCount> counts(Object... valuesAndRows) {
        var counts = new ArrayList<ValueCount>();
        for (int i = 0; i < valuesAndRows.length; i += 2) {
            counts.add(new ValueCount((String) valuesAndRows[i], (Integer) valuesAndRows[i + 1]));
        }
        counts.sort(Comparator.comparingLong(ValueCount::rows).reversed());
        return counts;
    }

    @Test
    void theSameWordInAnotherCaseOrWithoutItsAccentsIsAnotherSpelling() {
        assertThat(OddSpellings.of(counts("Köln", 500, "KOLN", 20, "köln ", 7, "Bonn", 300)))
                .containsExactly(new Spelling("KOLN", "Köln"), new Spelling("köln ", "Köln"));
    }

    @Test
    void twoSpellingsOfLikeFrequencyAreNotTold() {
        assertThat(OddSpellings.of(counts("Léa", 50, "Lea", 40))).isEmpty();
    }

    @Test
    void aRareValueWrittenUnlikeAllFrequentOnesIsNoCategory() {
        assertThat(OddSpellings.of(counts("m", 500, "f", 490, "d", 6, "male", 9, "x1", 2)))
                .containsExactly(new Spelling("male", ""), new Spelling("x1", ""));
    }

    @Test
    void whereNothingIsFrequentNothingIsOdd() {
        var counts = new ArrayList<ValueCount>();
        for (int i = 0; i < 200; i++) {
            counts.add(new ValueCount("Town " + (char) ('a' + i % 26) + i, 10));
        }
        assertThat(OddSpellings.of(counts)).isEmpty();
    }

    @Test
    void aSlipIsToldOnlyAmongManyRows() {
        assertThat(OddSpellings.of(counts("view", 90_000, "cart", 9_000, "clck", 30)))
                .containsExactly(new Spelling("clck", ""));
        assertThat(OddSpellings.of(counts("view", 900, "cart", 90, "clck", 3))).isEmpty();
    }

    @Test
    void namesOfCountriesInManyLanguagesAreTheirCodes() {
        assertThat(OddSpellings.ofCountries(counts(
                        "DE",
                        900,
                        "AT",
                        400,
                        "UK",
                        300,
                        "Deutschland",
                        30,
                        "Allemagne",
                        8,
                        "GB",
                        5,
                        "AUT",
                        4,
                        "Oostenrijk",
                        3)))
                .containsExactly(
                        new Spelling("Deutschland", "DE"),
                        new Spelling("Allemagne", "DE"),
                        new Spelling("GB", "UK"),
                        new Spelling("AUT", "AT"),
                        new Spelling("Oostenrijk", "AT"));
    }

    @Test
    void noFrequentValueIsEverOdd() {
        var random = new Random(1);
        for (int round = 0; round < 300; round++) {
            var counts = new ArrayList<ValueCount>();
            int values = 1 + random.nextInt(40);
            for (int i = 0; i < values; i++) {
                counts.add(new ValueCount("value" + i, 1 + random.nextInt(1 + random.nextInt(20_000))));
            }
            counts.sort(Comparator.comparingLong(ValueCount::rows).reversed());
            double rows = counts.stream().mapToLong(ValueCount::rows).sum();
            var odd = OddSpellings.of(Collections.unmodifiableList(counts)).stream()
                    .map(Spelling::value)
                    .toList();
            assertThat(counts)
                    .filteredOn(one -> (double) one.rows() >= 0.02 * rows)
                    .noneMatch(one -> odd.contains(one.value()));
        }
    }
}
