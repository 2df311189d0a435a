package corymb.importing;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells days of birth by what they are like together: days of single years in the life of people, spread over a generation. */
final class BirthDates {
    private static final Pattern DAY = Pattern.compile(
            "(?:(\\d{4})[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.](\\d{4}))(?:[T ]00:00(?::00)?)?");
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2020;

    /** Whatever else happens to customers happens within fewer years. */
    private static final int GENERATION = 25;

    private static final int LEAST_YEARS = 8;

    private BirthDates() {}

    /** The part of the values that are days of birth, as far as all of them tell; 0 when they do not. */
    static double share(List<String> values) {
        var years = values.stream().flatMap(value -> year(value).stream()).toList();
        if (years.stream().distinct().count() < LEAST_YEARS) {
            return 0;
        }
        int spread = extreme(years.stream().sorted().toList());
        return spread < GENERATION ? 0 : (double) years.size() / values.size();
    }

    /** How many years lie between the earliest and the latest, but for a tenth that may be slips. */
    private static int extreme(List<Integer> sorted) {
        int odd = sorted.size() / 20;
        return sorted.get(sorted.size() - 1 - odd) - sorted.get(odd);
    }

    private static Optional<Integer> year(String value) {
        var day = DAY.matcher(value);
        if (!day.matches()) {
            return Optional.empty();
        }
        return Stream.of(day.group(1), day.group(2))
                .filter(java.util.Objects::nonNull)
                .map(Integer::valueOf)
                .filter(year -> year >= EARLIEST && year <= LATEST)
                .findFirst();
    }
}
