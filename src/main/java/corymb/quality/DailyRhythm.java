package corymb.quality;

import corymb.quality.TimeCoverage.Period;
import corymb.stats.StandardNormal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the days whose number of rows does not fit the rhythm of the weeks around them.
 *
 * <p>A day is expected to have the median of the same weekday in the four weeks before and after it. Numbers of rows are
 * compared by their square roots, whose spread does not depend on their size, in units of the usual deviation from what was
 * expected, but of no less than chance alone brings. A day is unusual when a source without unusual days would show one like
 * it less than once in a hundred sources. The first and the last day may be cut short and are left out.
 *
 * <p>References: F. J. Anscombe, The transformation of Poisson, binomial and negative-binomial data, Biometrika 35(3/4), 1948,
 * doi:10.1093/biomet/35.3-4.246; F. R. Hampel, The influence curve and its role in robust estimation, Journal of the American
 * Statistical Association 69(346), 1974, doi:10.1080/01621459.1974.10482962 (the median of deviations).
 */
final class DailyRhythm {
    private static final int WEEK = 7;
    private static final int WEEKS_AROUND = 4;
    private static final int FEWEST_DAYS = 28;
    private static final int FEWEST_WEEKDAYS = 3;
    private static final double FEWEST_A_DAY = 5;
    private static final double CHANCE = 0.01;
    private static final double ANSCOMBE = 3.0 / 8;
    /** The median of the deviations of a normal distribution is so much less than its standard deviation. */
    private static final double NORMAL = 1.482_602_218_505_602;

    private static final int MOST_NAMED = 10;

    private final LocalDate first;
    private final long[] rows;

    private DailyRhythm(List<Period> days) {
        first = days.getFirst().start();
        rows = new long[Math.toIntExact(days.getLast().start().toEpochDay() - first.toEpochDay() + 1)];
        days.forEach(day -> rows[at(day.start())] = day.rows());
    }

    /** The days furthest from what was expected, in order; none where there are too few days or rows to know a rhythm. */
    static List<UnusualDay> unusual(List<Period> days) {
        if (days.size() < FEWEST_DAYS) {
            return List.of();
        }
        var rhythm = new DailyRhythm(days);
        return Arrays.stream(rhythm.rows).average().orElse(0) < FEWEST_A_DAY ? List.of() : rhythm.unusual();
    }

    private int at(LocalDate day) {
        return Math.toIntExact(day.toEpochDay() - first.toEpochDay());
    }

    private List<UnusualDay> unusual() {
        var expected = new double[rows.length];
        var deviations = new double[rows.length];
        for (int day = 0; day < rows.length; day++) {
            expected[day] = expected(day);
            deviations[day] = 2 * (root((double) rows[day]) - root(expected[day]));
        }
        double unit = Math.max(
                1, NORMAL * median(Arrays.stream(deviations).map(Math::abs).toArray()));
        double reach = StandardNormal.critical(CHANCE / rows.length) * unit;
        var found = new ArrayList<Integer>();
        for (int day = 1; day < rows.length - 1; day++) {
            if (Math.abs(deviations[day]) > reach) {
                found.add(day);
            }
        }
        return found.stream()
                .sorted(Comparator.comparingDouble(day -> -Math.abs(deviations[day])))
                .limit(MOST_NAMED)
                .sorted()
                .map(day -> new UnusualDay(
                        first.plusDays(day),
                        rows[day],
                        expected[day],
                        square(root(expected[day]) - reach / 2),
                        square(root(expected[day]) + reach / 2)))
                .toList();
    }

    /** NaN, from which nothing is far, where the weekday is hardly known. */
    private double expected(int day) {
        var same = new double[2 * WEEKS_AROUND];
        int known = 0;
        for (int week = -WEEKS_AROUND; week <= WEEKS_AROUND; week++) {
            int other = day + week * WEEK;
            if (week != 0 && other >= 0 && other < rows.length) {
                same[known++] = rows[other];
            }
        }
        return known < FEWEST_WEEKDAYS ? Double.NaN : median(Arrays.copyOf(same, known));
    }

    private static double root(double count) {
        return Math.sqrt(count + ANSCOMBE);
    }

    private static double square(double root) {
        return root <= 0 ? 0 : Math.max(0, root * root - ANSCOMBE);
    }

    private static double median(double... values) {
        var sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
