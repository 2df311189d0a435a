package corymb.quality;

import corymb.repair.CountryNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds the values of a column of categories that are other spellings of usual ones, or no categories at all.
 *
 * <p>A value is odd when it is the same word as one twice as frequent but for case, accents and punctuation (or names the same
 * country), when it is rare and written in a way that no frequent value is, or when it is so rare among a few frequent ones
 * that it can only be a slip.
 *
 * <p>Reference: the key of the first rule is OpenRefine's fingerprint without the order of words. Cost: O(different values).
 */
final class OddSpellings {
    private static final double FREQUENT = 0.02;
    private static final double SLIP = 0.001;
    private static final double MOSTLY = 0.9;
    private static final long ROWS_FOR_SLIPS = 10_000;
    private static final int FEW = 20;

    private final List<ValueCount> counts;
    private final double rows;
    private final Function<String, String> key;
    private final List<String> frequent;
    private final Set<String> shapes;

    private OddSpellings(List<ValueCount> counts, Function<String, String> key) {
        this.counts = counts;
        this.key = key;
        this.rows = counts.stream().mapToLong(ValueCount::rows).sum();
        this.frequent = counts.stream()
                .filter(one -> (double) one.rows() >= FREQUENT * rows)
                .map(ValueCount::value)
                .toList();
        this.shapes = frequent.stream().map(this::shape).collect(Collectors.toSet());
    }

    /** The odd ones among all the values of a column and how many rows hold each, most frequent first. */
    static List<Spelling> of(List<ValueCount> counts) {
        return new OddSpellings(counts, CountryNames::word).odd();
    }

    /** The same for names and codes of countries. */
    static List<Spelling> ofCountries(List<ValueCount> counts) {
        return new OddSpellings(counts, value -> CountryNames.code(value).orElseGet(() -> CountryNames.word(value)))
                .odd();
    }

    private List<Spelling> odd() {
        var usual = new HashMap<String, ValueCount>();
        var odd = new ArrayList<Spelling>();
        for (var one : counts) {
            var other = Optional.ofNullable(usual.putIfAbsent(key.apply(one.value()), one))
                    .filter(known -> known.rows() >= 2 * one.rows());
            if (other.isPresent()) {
                odd.add(new Spelling(one.value(), other.get().value()));
            } else if (isOutOfShape(one) || isSlip(one)) {
                odd.add(new Spelling(one.value(), ""));
            }
        }
        return odd;
    }

    private boolean isOutOfShape(ValueCount one) {
        return isMostlyFrequent() && (double) one.rows() < FREQUENT * rows && !shapes.contains(shape(one.value()));
    }

    private boolean isSlip(ValueCount one) {
        return rows >= ROWS_FOR_SLIPS
                && isMostlyFrequent()
                && frequent.size() <= FEW
                && (double) one.rows() < SLIP * rows;
    }

    private boolean isMostlyFrequent() {
        return counts.stream()
                        .filter(one -> frequent.contains(one.value()))
                        .mapToLong(ValueCount::rows)
                        .sum()
                >= MOSTLY * rows;
    }

    /** Which kinds of characters follow each other; with the length where all frequent values have the same. */
    private String shape(String value) {
        var kinds =
                value.replaceAll("\\p{Lu}+", "A").replaceAll("\\p{Ll}+", "a").replaceAll("\\p{Nd}+", "9");
        boolean isOfOneLength =
                frequent.stream().mapToInt(String::length).distinct().count() == 1;
        return isOfOneLength ? kinds + value.length() : kinds;
    }
}
