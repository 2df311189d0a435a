package corymb.world;

import java.time.ZoneId;
import java.util.List;

/** A country the firm delivers to. */
@SuppressWarnings("ImmutableEnumChecker") // its lists are made by List.of and cannot change
enum Country {
    DE(
            0.50,
            "Europe/Berlin",
            "+49 1",
            "Berlin 10|Hamburg 20|München 80|Köln 50|Frankfurt am Main 60|Stuttgart 70|Düsseldorf 40|Leipzig 04|Dresden 01|Nürnberg 90"
                    + "|Freiburg 79|Kempten 87|Hannover 30|Bremen 28|Göttingen 37|Garmisch-Partenkirchen 82|Würzburg 97|Kiel 24"),
    AT(0.13, "Europe/Vienna", "+43 6", "Wien 1|Graz 8|Linz 4|Salzburg 5|Innsbruck 6|Klagenfurt 9|Dornbirn 6"),
    CH(0.10, "Europe/Zurich", "+41 7", "Zürich 8|Bern 3|Basel 4|Luzern 6|Genève 1|Lausanne 1|Lugano 6|Chur 7"),
    NL(0.10, "Europe/Amsterdam", "+31 6", "Amsterdam 1|Rotterdam 3|Utrecht 3|Eindhoven 5|Groningen 9|Maastricht 6"),
    FR(0.09, "Europe/Paris", "+33 6", "Paris 75|Lyon 69|Grenoble 38|Annecy 74|Strasbourg 67|Toulouse 31|Chamonix 74"),
    UK(0.08, "Europe/London", "+44 7", "London N|Manchester M|Leeds LS|Sheffield S|Edinburgh EH|Keswick CA|Bristol BS");

    private final double share;
    private final ZoneId zone;
    private final String dialling;
    private final List<String> cities;

    Country(double share, String zone, String dialling, String cities) {
        this.share = share;
        this.zone = ZoneId.of(zone);
        this.dialling = dialling;
        this.cities = List.of(cities.split("\\|"));
    }

    double share() {
        return share;
    }

    ZoneId zone() {
        return zone;
    }

    /** The firm has shops of its own in the first three countries only. */
    boolean hasShops() {
        return this == DE || this == AT || this == CH;
    }

    Language drawLanguage(Chance chance) {
        return switch (this) {
            case DE, AT -> Language.GERMAN;
            case CH ->
                chance.happens(0.66) ? Language.GERMAN : chance.happens(0.75) ? Language.FRENCH : Language.ITALIAN;
            case NL -> Language.DUTCH;
            case FR -> Language.FRENCH;
            case UK -> Language.ENGLISH;
        };
    }

    Address drawAddress(Language language, Chance chance) {
        var place = chance.oneOf(cities);
        int gap = place.lastIndexOf(' ');
        return new Address(
                language.drawStreet(chance), place.substring(0, gap), postcode(place.substring(gap + 1), chance), this);
    }

    private String postcode(String start, Chance chance) {
        return switch (this) {
            case DE, FR -> start + digits(5 - start.length(), chance);
            case AT, CH -> start + digits(4 - start.length(), chance);
            case NL -> start + digits(3, chance) + " " + letter(chance) + letter(chance);
            case UK -> start + chance.between(1, 19) + " " + chance.between(1, 9) + letter(chance) + letter(chance);
        };
    }

    String drawPhone(Chance chance) {
        return dialling + digits(2, chance) + " " + digits(7, chance);
    }

    private static String digits(int count, Chance chance) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append((char) ('0' + chance.below(10)));
        }
        return text.toString();
    }

    private static char letter(Chance chance) {
        return "ABCDEFGHJKLNPRSTVXZ".charAt(chance.below(19));
    }

    /** Where someone lives. */
    record Address(String street, String city, String postcode, Country country) {}
}
