package corymb.importing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date such as 03/04/2025, which is one day or another as the day or the month comes first.
 *
 * @param written how it stands in the file
 * @param dayFirst the day it is when the day comes first
 * @param monthFirst the day it is when the month comes first
 */
public record TwoReadings(String written, LocalDate dayFirst, LocalDate monthFirst) {
    private static final Pattern DATE = Pattern.compile("(\\d{1,2})([-/])(\\d{1,2})\\2(\\d{2}|\\d{4})(?:\\D.*)?");

    /** A year of two digits from this one on is of the last century, as the engine reads it. */
    private static final int FIRST_OF_LAST_CENTURY = 69;

    /** The readings of a text; empty when it is no such date, or the same either way. */
    public static Optional<TwoReadings> of(String text) {
        var date = DATE.matcher(text.strip());
        if (!date.matches() || number(date, 1) == number(date, 3)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TwoReadings(
                    text.strip(),
                    LocalDate.of(year(date.group(4)), number(date, 3), number(date, 1)),
                    LocalDate.of(year(date.group(4)), number(date, 1), number(date, 3))));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static int number(Matcher date, int group) {
        return Integer.parseInt(date.group(group));
    }

    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        if (digits.length() > 2) {
            return year;
        }
        return year < FIRST_OF_LAST_CENTURY ? 2000 + year : 1900 + year;
    }
}
