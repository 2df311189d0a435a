package corymb.world;

import corymb.stats.Seed;
import corymb.world.Life.EventType;
import corymb.world.Life.Subject;
import corymb.world.Life.TillLine;
import corymb.world.Life.Visit;
import corymb.world.Life.WebEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Lets a person live through the history, from the person alone: the same each time it is asked.
 *
 * <p>Visits follow a Poisson process whose rate is gamma distributed over people, moves with the season and ends with an
 * exponential lifetime.
 *
 * <p>Reference: Schmittlein, Morrison and Colombo, Counting your customers, 1987, doi:10.1287/mnsc.33.1.1.
 */
final class Behaviour {
    private static final double ABROAD_AT_THE_TILL = 0.12;
    private static final double[] ONLINE_HOURS = {
        0, 0, 0, 0, 0.1, 0.3, 0.8, 1.4, 1.8, 2, 2.2, 2.4, 2.9, 2.6, 2.2, 2.2, 2.4, 2.9, 3.6, 4.8, 5.6, 5.2, 3.4, 1.4
    };
    private static final double[] TILL_HOURS = {
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1.6, 2.2, 2.4, 2.2, 2.4, 2.8, 3.2, 3.4, 2.4, 0.8, 0, 0, 0, 0
    };
    private static final List<String> SHOPS =
            List.of("Berlin", "München", "Köln", "Hamburg", "Wien", "Innsbruck", "Zürich");

    private final Seed seed;
    private final Catalogue catalogue;
    private final Season season;

    Behaviour(Seed seed, Catalogue catalogue, Season season) {
        this.seed = seed.derive("behaviour");
        this.catalogue = catalogue;
        this.season = season;
    }

    /** All that a person did; somebody without an account leaves no trace. */
    Life live(Person person) {
        if (!person.isCustomer()) {
            return new Life(List.of(), List.of(), 0);
        }
        var chance = new Chance(seed.derive(person.index()));
        var shopper = new Shopper(person.persona(), catalogue, season, chance);
        var days = activeDays(person, chance);
        var online = visits(person, days, false, chance);
        var till = visits(person, days, true, chance);
        var events = new ArrayList<WebEvent>();
        online.forEach(visit -> browse(visit, shopper, chance, events));
        var lines = new ArrayList<TillLine>();
        till.forEach(visit -> pay(visit, shopper, chance, lines));
        return new Life(events, lines, online.size());
    }

    private static Season.Span activeDays(Person person, Chance chance) {
        long signup = person.membership().signup().toEpochDay() - Season.FIRST_DAY.toEpochDay();
        double years =
                chance.exponential(chance.gamma(2, person.persona().habit().lifetimeYears()));
        long last = signup + 1 + (long) (years * 365.25);
        int from = Math.clamp(signup, 0, Season.DAYS);
        return new Season.Span(from, Math.clamp(last, from, Season.DAYS));
    }

    private List<Visit> visits(Person person, Season.Span days, boolean till, Chance chance) {
        var habit = person.persona().habit();
        double yearly = chance.gamma(habit.shape(), till ? habit.tillPerYear() : habit.visitsPerYear());
        double nearby = till && !person.home().country().hasShops() ? ABROAD_AT_THE_TILL : 1;
        double mean = yearly * nearby / 365.25 * season.weight(person.persona(), till, days);
        int count = days.isEmpty() ? 0 : chance.poisson(mean);
        var place = till ? shop(person) : device(person, chance);
        var starts = new ArrayList<Instant>();
        for (int i = 0; i < count; i++) {
            starts.add(start(person, season.drawDay(person.persona(), till, days, chance), till, chance));
        }
        starts.sort(Comparator.naturalOrder());
        return numbered(person, starts, place);
    }

    private static List<Visit> numbered(Person person, List<Instant> starts, String place) {
        var visits = new ArrayList<Visit>();
        for (int i = 0; i < starts.size(); i++) {
            var day = LocalDate.ofInstant(starts.get(i), person.home().country().zone());
            visits.add(new Visit(person, i, day, starts.get(i), place));
        }
        return visits;
    }

    private static Instant start(Person person, int day, boolean till, Chance chance) {
        int hour = chance.weighted(till ? TILL_HOURS : ONLINE_HOURS);
        var time = LocalTime.of(hour, chance.below(60), chance.below(60));
        return Season.date(day)
                .atTime(time)
                .atZone(person.home().country().zone())
                .toInstant();
    }

    private static String device(Person person, Chance chance) {
        double phone = person.persona() == Persona.TRAIL_RUNNERS ? 0.75 : 0.55;
        return chance.happens(phone) ? "phone" : chance.happens(0.85) ? "pc" : "tablet";
    }

    private static String shop(Person person) {
        return switch (person.home().country()) {
            case DE, NL, FR, UK -> SHOPS.get(person.index() % 4);
            case AT -> SHOPS.get(4 + person.index() % 2);
            case CH -> SHOPS.get(6);
        };
    }

    private void browse(Visit visit, Shopper shopper, Chance chance, List<WebEvent> events) {
        var funnel = visit.person().persona().funnel();
        var clock = new VisitClock(visit, chance);
        var item = shopper.drawFirst(historyDay(visit));
        if (chance.happens(0.22)) {
            var word = item.category().searchWord(visit.person().home().language());
            events.add(clock.next(EventType.SEARCH, new Subject("", word, 0)));
        }
        var cart = new ArrayList<Item>();
        int more = chance.runOf(funnel.viewOn(), 30);
        for (int seen = 0; seen <= more; seen++) {
            events.add(clock.next(EventType.VIEW, new Subject(item.sku(), "", 0)));
            boolean wanted = chance.happens(funnel.cart()) && !cart.contains(item);
            if (wanted) {
                cart.add(item);
                events.add(clock.next(EventType.CART, offer(item, visit)));
            }
            item = nextView(item, wanted, shopper, chance, historyDay(visit));
        }
        if (!cart.isEmpty() && chance.happens(funnel.buy())) {
            checkOut(cart, clock, shopper, events);
        }
    }

    private static void checkOut(List<Item> cart, VisitClock clock, Shopper shopper, List<WebEvent> events) {
        var paid = clock.later();
        for (var item : cart) {
            events.add(new WebEvent(clock.visit(), paid, EventType.PURCHASE, offer(item, clock.visit())));
            shopper.bought(item);
        }
    }

    private static Item nextView(Item item, boolean carted, Shopper shopper, Chance chance, int day) {
        double way = chance.uniform();
        if (carted ? way < 0.75 : way < 0.2) {
            return shopper.drawAlong(item);
        }
        return way < 0.88 ? shopper.drawLike(item) : shopper.drawFirst(day);
    }

    private void pay(Visit visit, Shopper shopper, Chance chance, List<TillLine> lines) {
        var item = shopper.drawFirst(historyDay(visit));
        int more = chance.runOf(0.42, 8);
        for (int i = 0; i <= more; i++) {
            boolean small = item.priceCents() < 4_000;
            int quantity = small ? 1 + chance.runOf(0.3, 9) : 1;
            ring(new TillLine(visit, item, quantity, quantity * price(item, visit)), lines);
            shopper.bought(item);
            item = chance.happens(0.65) ? shopper.drawAlong(item) : shopper.drawFirst(historyDay(visit));
        }
    }

    /** A receipt has one line an item. */
    private static void ring(TillLine line, List<TillLine> lines) {
        for (int i = lines.size() - 1; i >= 0 && lines.get(i).visit().equals(line.visit()); i--) {
            if (lines.get(i).item().equals(line.item())) {
                lines.set(i, lines.get(i).and(line));
                return;
            }
        }
        lines.add(line);
    }

    private static Subject offer(Item item, Visit visit) {
        return new Subject(item.sku(), "", price(item, visit));
    }

    private static int price(Item item, Visit visit) {
        return Shopper.price(item, visit.day().getDayOfYear());
    }

    private static int historyDay(Visit visit) {
        return (int) (visit.day().toEpochDay() - Season.FIRST_DAY.toEpochDay());
    }
}
