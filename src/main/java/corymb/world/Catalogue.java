package corymb.world;

import corymb.stats.Seed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The range: every category with a few items from cheap to dear, some far more popular than others. */
final class Catalogue {
    static final int ITEMS_PER_CATEGORY = 13;

    private static final List<String> BRANDS = List.of(
            "Gratwerk",
            "Nordlicht",
            "Alpenrot",
            "Veldloper",
            "Crête",
            "Mossfell",
            "Tarnwater",
            "Luftmasche",
            "Fernweh");

    private final List<Item> items = new ArrayList<>();
    private final Map<Category, Shelf> shelves = new EnumMap<>(Category.class);

    Catalogue(Seed seed) {
        var chance = new Chance(seed.derive("catalogue"));
        for (var category : Category.values()) {
            addCategory(category, chance);
        }
    }

    private void addCategory(Category category, Chance chance) {
        var popularity = new ArrayList<Double>();
        int first = items.size();
        for (int rank = 0; rank < ITEMS_PER_CATEGORY; rank++) {
            var sku = category.theme().letter() + "%03d".formatted(items.size() + 1);
            items.add(new Item(sku, category, chance.oneOf(BRANDS), rank, price(category, rank, chance)));
            popularity.add(chance.gamma(0.9, 1) + 0.08);
        }
        shelves.put(category, new Shelf(List.copyOf(items.subList(first, items.size())), popularity));
    }

    /** From a bit under half to a bit over double the middle price, ending in 0.95. */
    private static int price(Category category, int rank, Chance chance) {
        double euros = category.middlePrice() * StrictMath.pow(2.2, dearness(rank)) * (0.94 + 0.12 * chance.uniform());
        return (int) Math.max(1, Math.round(euros)) * 100 - 5;
    }

    /** -1 for the cheapest of a category to 1 for the dearest. */
    static double dearness(int rank) {
        int middle = ITEMS_PER_CATEGORY / 2;
        return (double) (rank - middle) / middle;
    }

    List<Item> items() {
        return Collections.unmodifiableList(items);
    }

    Shelf shelf(Category category) {
        return Objects.requireNonNull(shelves.get(category));
    }

    /** The items of one category from cheap to dear, and how popular each is. */
    record Shelf(List<Item> items, List<Double> popularity) {}
}
