package corymb.world;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Optional;

/** One person's taste: what is looked for on a day, and which item of a kind is liked. */
final class Shopper {
    private static final Category[] CATEGORIES = Category.values();
    private static final double COMES_BACK_FOR_THE_REST = 0.35;
    private static final double SAME_BRAND = 2.5;

    private final Catalogue catalogue;
    private final Season season;
    private final Chance chance;
    private final double[] liking = new double[CATEGORIES.length];
    private final double[] dearness = new double[Catalogue.ITEMS_PER_CATEGORY];
    private Optional<Item> lastBought = Optional.empty();

    Shopper(Persona persona, Catalogue catalogue, Season season, Chance chance) {
        this.catalogue = catalogue;
        this.season = season;
        this.chance = chance;
        drawLiking(persona);
        double dear = persona.taste().dear() + 0.7 * chance.normal();
        Arrays.setAll(dearness, rank -> StrictMath.exp(dear * Catalogue.dearness(rank)));
    }

    private void drawLiking(Persona persona) {
        var weights = persona.taste().themes().iterator();
        var themes = new EnumMap<Theme, Double>(Theme.class);
        for (var theme : Theme.values()) {
            themes.put(theme, (weights.next() + 0.15) * chance.gamma(1.6, 1));
        }
        Arrays.setAll(liking, i -> {
            var category = CATEGORIES[i];
            return themes.getOrDefault(category.theme(), 0.0) * category.turnover() * chance.gamma(2, 1);
        });
    }

    void bought(Item item) {
        lastBought = Optional.of(item);
    }

    /** What a visit begins with: often what goes with the last purchase, else what taste and season suggest. */
    Item drawFirst(int day) {
        if (lastBought.isPresent() && chance.happens(COMES_BACK_FOR_THE_REST)) {
            return drawAlong(lastBought.get());
        }
        var weights = new double[CATEGORIES.length];
        Arrays.setAll(weights, i -> liking[i] * season.wanted(CATEGORIES[i].theme(), day));
        return drawItem(CATEGORIES[chance.weighted(weights)], "");
    }

    /** Another item of the same kind. */
    Item drawLike(Item item) {
        return drawItem(item.category(), item.brand());
    }

    /** Something that goes with an item, the likeliest kind in two of three cases, the same brand more often. */
    Item drawAlong(Item item) {
        var kinds = item.category().goesWith();
        int place = Math.min(chance.runOf(0.34, 3), kinds.size() - 1);
        return drawItem(kinds.get(place), item.brand());
    }

    private Item drawItem(Category category, String brand) {
        var shelf = catalogue.shelf(category);
        var weights = new double[Catalogue.ITEMS_PER_CATEGORY];
        Arrays.setAll(weights, rank -> {
            double match = shelf.items().get(rank).brand().equals(brand) ? SAME_BRAND : 1;
            return shelf.popularity().get(rank) * dearness[rank] * match;
        });
        return shelf.items().get(chance.weighted(weights));
    }

    /** What an item costs on a day: in a sale, half of the range is a quarter cheaper. */
    static int price(Item item, int dayOfYear) {
        boolean reduced = Season.isSale(dayOfYear) && item.rank() % 2 == 0;
        return reduced ? item.priceCents() * 3 / 4 : item.priceCents();
    }
}
