package corymb.world;

import corymb.stats.Seed;
import corymb.world.Person.Home;
import corymb.world.Person.Membership;
import corymb.world.Person.Traits;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Invents each person from the person's number alone, so that nobody need be kept in memory. */
final class People {
    private static final LocalDate FIRST_SIGNUP = LocalDate.of(2019, 3, 1);
    private static final LocalDate LAST_SIGNUP = LocalDate.of(2026, 6, 24);
    private static final int HOUSEHOLD_EVERY = 33;
    private static final double KNOWN_ONLY_BY_NEWSLETTER = 0.035;
    private static final double KNOWN_ONLY_BY_CARD = 0.015;
    /** Hosts of a domain that is reserved for examples, so that no address is a real person's. */
    private static final List<String> MAIL_HOSTS = List.of(
            "gmail.example",
            "gmx.example",
            "web.example",
            "outlook.example",
            "posteo.example",
            "icloud.example",
            "yahoo.example",
            "t-online.example");

    private static final List<String> CHANNELS =
            List.of("search", "social", "store", "referral", "newsletter", "marketplace");

    private final int count;
    private final Seed seed;

    People(WorldPlan plan) {
        count = plan.people();
        seed = plan.seed().derive("people");
    }

    int count() {
        return count;
    }

    Person person(int index) {
        var chance = new Chance(seed.derive(index));
        var persona = chance.weighted(List.of(Persona.values()), Persona::share);
        var home = home(isSecondOfHousehold(index) ? index - 1 : index);
        var traits = traits(index, persona, home, chance);
        return new Person(index, persona, traits, home, membership(index, persona, home, chance));
    }

    /** People are numbered in the order they came; more come each year. */
    LocalDate signup(int index) {
        double share = StrictMath.pow((index + 0.5) / count, 0.72);
        long days = LAST_SIGNUP.toEpochDay() - FIRST_SIGNUP.toEpochDay();
        return FIRST_SIGNUP.plusDays((long) (share * days));
    }

    private static boolean isSecondOfHousehold(int index) {
        return index % HOUSEHOLD_EVERY == HOUSEHOLD_EVERY - 1;
    }

    private Home home(int index) {
        var chance = new Chance(seed.derive("home").derive(index));
        var country = chance.weighted(List.of(Country.values()), Country::share);
        var language = country.drawLanguage(chance);
        return new Home(language.drawFamilyName(chance), language, country.drawAddress(language, chance));
    }

    private Traits traits(int index, Persona persona, Home home, Chance chance) {
        boolean woman = chance.happens(persona == Persona.ALPINE_CLIMBERS ? 0.36 : 0.52);
        var firstName = home.language().drawFirstName(woman, chance);
        var gender = chance.happens(0.01) ? "d" : woman ? "f" : "m";
        return new Traits(
                firstName,
                gender,
                born(persona, chance),
                email(index, firstName, home, chance),
                home.country().drawPhone(chance));
    }

    private static LocalDate born(Persona persona, Chance chance) {
        double age = Math.clamp(persona.middleAge() + 10 * chance.normal(), 18, 88);
        return Season.LAST_DAY.minusDays((long) (age * 365.25) + chance.below(365));
    }

    private Membership membership(int index, Persona persona, Home home, Chance chance) {
        double known = chance.uniform();
        boolean onlySubscriber = known < KNOWN_ONLY_BY_NEWSLETTER;
        boolean onlyCard = !onlySubscriber && known < KNOWN_ONLY_BY_NEWSLETTER + KNOWN_ONLY_BY_CARD;
        boolean customer = !onlySubscriber && !onlyCard;
        boolean loyal = onlyCard || (customer && chance.happens(home.country().hasShops() ? 0.5 : 0.12));
        boolean subscriber = onlySubscriber || (customer && chance.happens(0.38));
        return new Membership(signup(index), channel(persona, chance), customer, loyal, subscriber);
    }

    private static String channel(Persona persona, Chance chance) {
        return switch (persona) {
            case BARGAIN_HUNTERS -> chance.happens(0.4) ? "marketplace" : chance.oneOf(CHANNELS);
            case TRAIL_RUNNERS -> chance.happens(0.4) ? "social" : chance.oneOf(CHANNELS);
            case GIFT_BUYERS -> chance.happens(0.4) ? "search" : chance.oneOf(CHANNELS);
            case ALPINE_CLIMBERS, WEEKEND_HIKERS, FAMILY_CAMPERS -> chance.oneOf(CHANNELS);
        };
    }

    /** Nobody shares an address, because the number in it is a permutation of the people's. */
    private String email(int index, String firstName, Home home, Chance chance) {
        int space = Math.max(1024, Integer.highestOneBit(Math.max(1, count - 1)) * 2);
        int number = (int) ((index * 7_919L + 4_021) & (space - 1));
        var first = plain(firstName);
        var family = plain(home.familyName());
        var local = switch (chance.below(4)) {
            case 0 -> first + "." + family + number;
            case 1 -> first.charAt(0) + "." + family + number;
            case 2 -> first + number;
            default -> family + "." + first + number;
        };
        return local + "@" + chance.oneOf(MAIL_HOSTS);
    }

    /** A name in the letters of an e-mail address. */
    static String plain(String name) {
        var spelled = name.toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss");
        return Normalizer.normalize(spelled, Normalizer.Form.NFD).replaceAll("[^a-z]", "");
    }
}
