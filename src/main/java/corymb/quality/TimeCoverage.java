package corymb.quality;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * Which times the rows of a source cover; days are those of UTC.
 *
 * @param column the column of times
 * @param unit how long a period is
 * @param periods the periods with rows that are not in the future, in order
 * @param gaps the longest stretches without a row that are longer than chance and the usual rhythm explain, in order
 * @param bursts the days with far more rows than others, most rows first
 * @param unusual the days with far more or fewer rows than their weekday has around them, in order
 * @param future rows after the time the data was taken
 */
public record TimeCoverage(
        String column,
        Unit unit,
        List<Period> periods,
        List<Gap> gaps,
        List<Period> bursts,
        List<UnusualDay> unusual,
        long future) {
    public TimeCoverage {
        periods = List.copyOf(periods);
        gaps = List.copyOf(gaps);
        bursts = List.copyOf(bursts);
        // Reports from before these days were looked for name none.
        unusual = List.copyOf(Objects.requireNonNullElse(unusual, List.of()));
    }

    /** How long a period is. */
    public enum Unit {
        DAY,
        WEEK,
        MONTH,
        YEAR;

        /** The first day of the period that holds a day; weeks begin on Monday. */
        public LocalDate start(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.minusDays(day.getDayOfWeek().getValue() - 1L);
                case MONTH -> day.withDayOfMonth(1);
                case YEAR -> day.withDayOfYear(1);
            };
        }

        /** The first day of the period after the one that begins on a day. */
        public LocalDate next(LocalDate start) {
            return switch (this) {
                case DAY -> start.plusDays(1);
                case WEEK -> start.plusWeeks(1);
                case MONTH -> start.plusMonths(1);
                case YEAR -> start.plusYears(1);
            };
        }
    }

    /** A period that begins on a day, and its rows. */
    public record Period(LocalDate start, long rows) {}

    /** Days without a row, the first and the last of them. */
    public record Gap(LocalDate from, LocalDate to) {
        /** How many days it lasts. */
        public long days() {
            return to.toEpochDay() - from.toEpochDay() + 1;
        }
    }
}
