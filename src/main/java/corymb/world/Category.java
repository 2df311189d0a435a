package corymb.world;

import java.util.List;
import java.util.Locale;

/** A kind of goods, with the words people search for it by and what goes with it. */
@SuppressWarnings("ImmutableEnumChecker") // its lists are made by List.of and cannot change
enum Category {
    ROPES(Theme.CLIMB, 125, "climbing rope|Kletterseil|corde|klimtouw"),
    HARNESSES(Theme.CLIMB, 75, "harness|Klettergurt|baudrier|klimgordel"),
    HELMETS(Theme.CLIMB, 70, "helmet|Kletterhelm|casque|klimhelm"),
    QUICKDRAWS(Theme.CLIMB, 88, "quickdraws|Expressen|dégaines|setjes"),
    CLIMBING_SHOES(Theme.CLIMB, 112, "climbing shoes|Kletterschuhe|chaussons|klimschoenen"),
    ICE_GEAR(Theme.WINTER, 165, "ice axe|Eispickel|piolet|pickel"),
    HIKING_BOOTS(Theme.HIKE, 160, "hiking boots|Wanderschuhe|chaussures rando|wandelschoenen"),
    BACKPACKS(Theme.HIKE, 120, "backpack|Rucksack|sac à dos|rugzak"),
    POLES(Theme.HIKE, 80, "trekking poles|Wanderstöcke|bâtons|wandelstokken"),
    RAIN_JACKETS(Theme.HIKE, 180, "rain jacket|Regenjacke|veste de pluie|regenjas"),
    HIKING_TROUSERS(Theme.HIKE, 85, "hiking trousers|Wanderhose|pantalon|wandelbroek"),
    SOCKS(Theme.HIKE, 18, "socks|Wandersocken|chaussettes|sokken"),
    TENTS(Theme.CAMP, 285, "tent|Zelt|tente|tent"),
    SLEEPING_BAGS(Theme.CAMP, 150, "sleeping bag|Schlafsack|sac de couchage|slaapzak"),
    MATS(Theme.CAMP, 80, "sleeping mat|Isomatte|matelas|slaapmat"),
    STOVES(Theme.CAMP, 62, "stove|Kocher|réchaud|brander"),
    COOKWARE(Theme.CAMP, 36, "cookware|Kochgeschirr|popote|pannenset"),
    LAMPS(Theme.CAMP, 42, "headlamp|Stirnlampe|lampe frontale|hoofdlamp"),
    TRAIL_SHOES(Theme.RUN, 130, "trail shoes|Trailschuhe|chaussures trail|trailschoenen"),
    RUNNING_WEAR(Theme.RUN, 48, "running shirt|Laufshirt|maillot|hardloopshirt"),
    RUNNING_VESTS(Theme.RUN, 92, "running vest|Laufweste|gilet trail|trailvest"),
    NUTRITION(Theme.RUN, 13, "energy gel|Energiegel|gel|energiegel"),
    WATCHES(Theme.RUN, 265, "gps watch|GPS Uhr|montre gps|gps horloge"),
    INSULATED_JACKETS(Theme.WINTER, 210, "down jacket|Daunenjacke|doudoune|donsjas"),
    SNOWSHOES(Theme.WINTER, 170, "snowshoes|Schneeschuhe|raquettes|sneeuwschoenen"),
    GLOVES_AND_HATS(Theme.WINTER, 38, "gloves|Handschuhe|gants|handschoenen"),
    MULTITOOLS(Theme.GIFT, 46, "multitool|Taschenmesser|couteau|zakmes"),
    BOTTLES(Theme.GIFT, 28, "bottle|Trinkflasche|gourde|drinkfles"),
    BOOKS_AND_MAPS(Theme.GIFT, 22, "hiking map|Wanderkarte|carte|wandelkaart"),
    GIFT_CARDS(Theme.GIFT, 50, "gift card|Gutschein|carte cadeau|cadeaubon");

    private final Theme theme;
    private final double middlePrice;
    private final List<String> words;

    Category(Theme theme, double middlePrice, String words) {
        this.theme = theme;
        this.middlePrice = middlePrice;
        this.words = List.of(words.split("\\|"));
    }

    Theme theme() {
        return theme;
    }

    double middlePrice() {
        return middlePrice;
    }

    /** Small things are wanted more often than dear ones. */
    double turnover() {
        return StrictMath.pow(80 / middlePrice, 0.35);
    }

    String searchWord(Language language) {
        return switch (language) {
            case ENGLISH, ITALIAN -> words.get(0);
            case GERMAN -> words.get(1);
            case FRENCH -> words.get(2);
            case DUTCH -> words.get(3);
        };
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What is often bought along with it, the likeliest first. */
    List<Category> goesWith() {
        return switch (this) {
            case ROPES -> List.of(QUICKDRAWS, HARNESSES);
            case HARNESSES -> List.of(HELMETS, QUICKDRAWS, CLIMBING_SHOES);
            case HELMETS -> List.of(HARNESSES);
            case QUICKDRAWS -> List.of(ROPES);
            case CLIMBING_SHOES -> List.of(HARNESSES);
            case ICE_GEAR -> List.of(HELMETS, GLOVES_AND_HATS);
            case HIKING_BOOTS, HIKING_TROUSERS -> List.of(SOCKS, POLES);
            case BACKPACKS -> List.of(RAIN_JACKETS, BOTTLES);
            case POLES, SOCKS -> List.of(HIKING_BOOTS);
            case RAIN_JACKETS -> List.of(HIKING_TROUSERS, BACKPACKS);
            case TENTS -> List.of(SLEEPING_BAGS, MATS, STOVES);
            case SLEEPING_BAGS -> List.of(MATS, TENTS);
            case MATS -> List.of(SLEEPING_BAGS);
            case STOVES -> List.of(COOKWARE);
            case COOKWARE -> List.of(STOVES);
            case LAMPS -> List.of(STOVES, TENTS);
            case TRAIL_SHOES -> List.of(RUNNING_WEAR, NUTRITION);
            case RUNNING_WEAR, WATCHES -> List.of(TRAIL_SHOES);
            case RUNNING_VESTS -> List.of(NUTRITION, TRAIL_SHOES);
            case NUTRITION -> List.of(NUTRITION, RUNNING_VESTS);
            case INSULATED_JACKETS, SNOWSHOES -> List.of(GLOVES_AND_HATS);
            case GLOVES_AND_HATS -> List.of(INSULATED_JACKETS);
            case MULTITOOLS -> List.of(LAMPS, BOTTLES);
            case BOTTLES -> List.of(MULTITOOLS);
            case BOOKS_AND_MAPS -> List.of(GIFT_CARDS);
            case GIFT_CARDS -> List.of(BOOKS_AND_MAPS);
        };
    }
}
