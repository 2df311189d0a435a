package corymb.world;

import java.util.List;
import java.util.Locale;

/** A hidden segment: people who shop for the same reasons. */
@SuppressWarnings("ImmutableEnumChecker") // its lists are made by List.of and cannot change
enum Persona {
    ALPINE_CLIMBERS(
            0.13,
            36,
            new Taste(List.of(5.0, 1.6, 0.5, 0.3, 2.2, 0.2), 1.1),
            new Habit(7.2, 2.6, 1.1, 6.8),
            new Funnel(0.70, 0.22, 0.52)),
    WEEKEND_HIKERS(
            0.28,
            46,
            new Taste(List.of(0.2, 5.0, 0.8, 0.4, 1.0, 0.6), 0.2),
            new Habit(4.8, 2.2, 0.9, 6.2),
            new Funnel(0.72, 0.20, 0.50)),
    FAMILY_CAMPERS(
            0.17,
            41,
            new Taste(List.of(0.1, 1.3, 5.5, 0.2, 0.5, 0.6), -0.1),
            new Habit(4.9, 1.7, 1.0, 5.6),
            new Funnel(0.76, 0.30, 0.52)),
    TRAIL_RUNNERS(
            0.16,
            34,
            new Taste(List.of(0.2, 0.7, 0.3, 6.0, 0.4, 0.2), 0.4),
            new Habit(11.8, 2.0, 1.3, 5.2),
            new Funnel(0.58, 0.30, 0.62)),
    BARGAIN_HUNTERS(
            0.14,
            39,
            new Taste(List.of(0.6, 2.2, 1.5, 1.3, 1.4, 0.7), -2.4),
            new Habit(8.6, 0.8, 0.9, 4.2),
            new Funnel(0.82, 0.16, 0.34)),
    GIFT_BUYERS(
            0.12,
            51,
            new Taste(List.of(0.2, 0.7, 0.5, 0.4, 1.0, 5.5), 0.1),
            new Habit(2.8, 1.2, 0.8, 4.6),
            new Funnel(0.62, 0.26, 0.60));

    private final double share;
    private final int middleAge;
    private final Taste taste;
    private final Habit habit;
    private final Funnel funnel;

    Persona(double share, int middleAge, Taste taste, Habit habit, Funnel funnel) {
        this.share = share;
        this.middleAge = middleAge;
        this.taste = taste;
        this.habit = habit;
        this.funnel = funnel;
    }

    /**
     * What someone likes.
     *
     * @param themes a weight for each {@link Theme}
     * @param dear how much the dearer of two items is preferred; negative for the cheaper
     */
    record Taste(List<Double> themes, double dear) {}

    /**
     * How often someone comes and for how long.
     *
     * @param visitsPerYear mean of online visits
     * @param tillPerYear mean of visits to a shop that end at the till
     * @param shape shape of the gamma distribution of both rates; the smaller, the heavier the tail
     * @param lifetimeYears mean time until someone is lost for good
     */
    record Habit(double visitsPerYear, double tillPerYear, double shape, double lifetimeYears) {}

    /**
     * What becomes of a visit.
     *
     * @param viewOn probability that one more item is looked at
     * @param cart probability that a viewed item is put in the cart
     * @param buy probability that a filled cart is bought
     */
    record Funnel(double viewOn, double cart, double buy) {}

    double share() {
        return share;
    }

    int middleAge() {
        return middleAge;
    }

    Taste taste() {
        return taste;
    }

    Habit habit() {
        return habit;
    }

    Funnel funnel() {
        return funnel;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How much more than usual these people come on a day of the year, before sales and weekdays. */
    double season(int dayOfYear) {
        return switch (this) {
            case ALPINE_CLIMBERS -> Season.wave(dayOfYear, 200, 0.3) + Season.bump(dayOfYear, 350, 25);
            case WEEKEND_HIKERS -> Season.wave(dayOfYear, 180, 0.4);
            case FAMILY_CAMPERS -> Season.wave(dayOfYear, 165, 0.75);
            case TRAIL_RUNNERS -> Season.wave(dayOfYear, 115, 0.3);
            case BARGAIN_HUNTERS -> Season.isSale(dayOfYear) ? 3.4 : 0.6;
            case GIFT_BUYERS -> 0.3 + 7 * Season.bump(dayOfYear, 345, 12) + 2 * Season.bump(dayOfYear, 130, 8);
        };
    }
}
