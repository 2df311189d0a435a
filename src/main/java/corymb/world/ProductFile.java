package corymb.world;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The range as the shop shows it. */
final class ProductFile {
    static final String NAME = "products.csv";

    private static final List<String> HEADER =
            List.of("sku", "title", "category", "brand", "price", "tags", "description");
    private static final List<String> MODELS = List.of(
            "Basis", "Trek", "Alm", "Tour", "Kompass", "Passage", "Horizon", "Cirrus", "Gipfel", "Strata", "Vento",
            "Zenit", "Ultra");

    private final Catalogue catalogue;

    ProductFile(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    void write(Path folder) throws IOException {
        try (var sheet = new Sheet(folder.resolve(NAME), HEADER)) {
            catalogue.items().forEach(item -> sheet.row(row(item)));
        }
    }

    private static List<String> row(Item item) {
        var category = item.category();
        var title = item.brand() + " " + MODELS.get(item.rank()) + " " + category.searchWord(Language.ENGLISH);
        return List.of(
                item.sku(),
                title,
                category.label(),
                item.brand(),
                Money.text(item.priceCents()),
                category.theme().name().toLowerCase(Locale.ROOT) + "|" + level(item),
                description(item));
    }

    private static String level(Item item) {
        return item.rank() < 4 ? "value" : item.rank() < 9 ? "core" : "premium";
    }

    private static String description(Item item) {
        var word = item.category().searchWord(Language.ENGLISH);
        var purpose = switch (item.category().theme()) {
            case CLIMB -> "for rock, hall and high routes";
            case HIKE -> "for day walks and hut tours";
            case CAMP -> "for nights out with family and friends";
            case RUN -> "for fast miles on soft ground";
            case WINTER -> "for snow, ice and cold hands";
            case GIFT -> "to give away or to keep in the pocket";
        };
        return switch (level(item)) {
            case "value" -> "A simple " + word + " " + purpose + ", at a friendly price.";
            case "core" -> "Our proven " + word + " " + purpose + ", light and easy to mend.";
            case String _ -> "The finest " + word + " " + purpose + ", made of recycled material.";
        };
    }
}
