package corymb.world;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** The calendar of the history: which days bring people, and what they want then. */
final class Season {
    static final LocalDate FIRST_DAY = LocalDate.of(2025, 1, 1);
    static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 30);
    static final int DAYS = (int) (LAST_DAY.toEpochDay() - FIRST_DAY.toEpochDay()) + 1;

    private static final double YEAR = 365.25;

    private final Map<Persona, double[]> onlineUntil = new EnumMap<>(Persona.class);
    private final Map<Persona, double[]> tillUntil = new EnumMap<>(Persona.class);
    private final Map<Theme, double[]> wanted = new EnumMap<>(Theme.class);

    Season() {
        for (var persona : Persona.values()) {
            onlineUntil.put(persona, runningSum(persona, false));
            tillUntil.put(persona, runningSum(persona, true));
        }
        for (var theme : Theme.values()) {
            wanted.put(theme, new double[DAYS]);
            Arrays.setAll(wanted.get(theme), day -> Math.max(0.03, theme.season(dayOfYear(day))));
        }
    }

    /** A year-long wave around 1 with its crest at {@code peak}. */
    static double wave(int dayOfYear, int peak, double swing) {
        return 1 + swing * StrictMath.cos(2 * Math.PI * (dayOfYear - peak) / YEAR);
    }

    /** A bell of height 1 around {@code peak}, {@code width} days wide to each side. */
    static double bump(int dayOfYear, int peak, int width) {
        double away = (double) (dayOfYear - peak) / width;
        return StrictMath.exp(-0.5 * away * away);
    }

    /** Winter sale, summer sale and the week around Black Friday. */
    static boolean isSale(int dayOfYear) {
        return (dayOfYear >= 10 && dayOfYear <= 25)
                || (dayOfYear >= 172 && dayOfYear <= 192)
                || (dayOfYear >= 324 && dayOfYear <= 334);
    }

    static LocalDate date(int day) {
        return FIRST_DAY.plusDays(day);
    }

    static int dayOfYear(int day) {
        return date(day).getDayOfYear();
    }

    /** How much more than on average a theme is wanted on a day of the history. */
    double wanted(Theme theme, int day) {
        return at(wanted, theme)[day];
    }

    /** The sum of visit weights from day {@code from} to before day {@code to}; an average day weighs 1. */
    double weight(Persona persona, boolean till, Span days) {
        var until = at(till ? tillUntil : onlineUntil, persona);
        return until[days.to()] - until[days.from()];
    }

    /** A day of the span, drawn by its visit weight. */
    int drawDay(Persona persona, boolean till, Span days, Chance chance) {
        var until = at(till ? tillUntil : onlineUntil, persona);
        double goal = until[days.from()] + chance.uniform() * (until[days.to()] - until[days.from()]);
        int found = Arrays.binarySearch(until, goal);
        return Math.clamp(found >= 0 ? found : -found - 2, days.from(), days.to() - 1);
    }

    private static double[] runningSum(Persona persona, boolean till) {
        var until = new double[DAYS + 1];
        for (int day = 0; day < DAYS; day++) {
            double weekday = till ? tillWeekday(day) : onlineWeekday(day);
            double crowd = 1 + 0.6 * bump(dayOfYear(day), 342, 16);
            until[day + 1] = until[day] + weekday * crowd * persona.season(dayOfYear(day));
        }
        double scale = DAYS / until[DAYS];
        Arrays.setAll(until, i -> until[i] * scale);
        return until;
    }

    private static double onlineWeekday(int day) {
        return switch (date(day).getDayOfWeek()) {
            case SUNDAY -> 1.45;
            case SATURDAY -> 1.1;
            case MONDAY -> 1.05;
            case TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> 0.85;
        };
    }

    private static double tillWeekday(int day) {
        var weekday = date(day).getDayOfWeek();
        return weekday == DayOfWeek.SUNDAY ? 0 : weekday == DayOfWeek.SATURDAY ? 2.3 : 0.9;
    }

    private static <K> double[] at(Map<K, double[]> table, K key) {
        var values = table.get(key);
        if (values == null) {
            throw new IllegalArgumentException("No season for " + key);
        }
        return values;
    }

    /** Days of the history, from {@code from} to before {@code to}. */
    record Span(int from, int to) {
        Span {
            if (from < 0 || to < from || to > DAYS) {
                throw new IllegalArgumentException("Not a span of the history: " + from + " to " + to);
            }
        }

        boolean isEmpty() {
            return from == to;
        }
    }
}
