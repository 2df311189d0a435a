package corymb.ui.clusters;

import corymb.chart.MapCharts;
import corymb.ui.kit.ChartPane;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What the directions of a map are made of, in words and as numbers; away where a map has none that mean anything. */
final class MapDirections extends VBox {
    private static final double HEIGHT = 170;
    private static final List<String> AXES = List.of("map.right", "map.up");

    private final Label words = new Label();
    private final ChartPane loadings = new ChartPane();

    MapDirections() {
        getStyleClass().add("near");
        words.setId("mapDirections");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        loadings.setPlotHeight(HEIGHT);
        getChildren().addAll(words, loadings);
    }

    void show(Optional<MapCharts> found) {
        Choices.show(this, found.isPresent());
        found.ifPresent(charts -> {
            var axes = charts.directions().axes();
            var lines = AXES.subList(0, axes.size()).stream()
                    .map(key -> line(key, charts, AXES.indexOf(key)))
                    .toList();
            words.setText(String.join("\n", lines));
            loadings.setSpec(charts.loadings());
        });
    }

    private static String line(String key, MapCharts charts, int at) {
        var axis = charts.directions().axes().get(at);
        var more = charts.more(axis);
        var less = charts.less(axis);
        if (more.isEmpty() || less.isEmpty()) {
            return Texts.of(key, more.isEmpty() ? Texts.of("map.less", less) : Texts.of("map.more", more));
        }
        return Texts.of(key, Texts.of("map.moreAndLess", more, less));
    }
}
