package corymb.ui.clusters;

import corymb.ui.clusters.MapOptions.Kind;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Columns;
import corymb.ui.kit.Texts;
import javafx.beans.property.IntegerProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Spinner;

/** The controls of the options of a map. */
final class MapControls {
    private static final double WIDTH = 170;

    private MapControls() {}

    static void offer(Columns into, MapOptions options) {
        var kind = new ComboBox<Kind>();
        kind.setId("map-kind");
        kind.getItems().setAll(Kind.values());
        kind.setConverter(Choices.inWords(MapControls::name));
        kind.valueProperty().bindBidirectional(options.kindProperty());
        into.setColumnWidth(WIDTH);
        into.getChildren()
                .setAll(
                        OptionControls.field("clusters.method", kind),
                        of(options, Kind.TSNE, number("step.perplexity", 1, 1_000, options.perplexityProperty())),
                        of(options, Kind.TSNE, number("step.exaggeration", 1, 100, options.exaggerationProperty())),
                        of(options, Kind.TSNE, number("step.rounds", 1, 100_000, options.roundsProperty())),
                        of(options, Kind.UMAP, number("step.mapNeighbours", 2, 1_000, options.neighboursProperty())),
                        of(options, Kind.UMAP, number("map.minDistance", 1, 100, options.minDistanceProperty())),
                        of(options, Kind.UMAP, number("step.rounds", 1, 100_000, options.umapRoundsProperty())),
                        number("map.mostCustomers", 100, 1_000_000, options.mostCustomersProperty()),
                        number("clusters.seed", 0, Integer.MAX_VALUE, options.seedProperty()));
    }

    private static String name(Kind kind) {
        return switch (kind) {
            case TSNE -> Texts.of("map.kindTsne");
            case UMAP -> Texts.of("map.kindUmap");
            case PCA -> Texts.of("map.kindPca");
        };
    }

    private static Node of(MapOptions options, Kind kind, Node field) {
        Choices.shownWhile(field, options.kindProperty().map(kind::equals));
        return field;
    }

    private static Node number(String key, int least, int most, IntegerProperty property) {
        var spinner = new Spinner<Integer>();
        spinner.setEditable(true);
        OptionControls.number(spinner, least, most, property);
        return OptionControls.field(key, spinner);
    }
}
