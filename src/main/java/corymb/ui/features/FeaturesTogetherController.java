package corymb.ui.features;

import corymb.chart.ChartSpec;
import corymb.feature.FeatureCorrelations;
import corymb.feature.FeatureCorrelations.Pair;
import corymb.ui.kit.ChartPane;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Columns;
import corymb.ui.kit.Texts;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Ties the cards of features that go together to the model. */
public final class FeaturesTogetherController {
    private static final int MOST_PAIRS = 8;

    private final FeaturesModel model;

    @FXML
    private Columns together;

    @FXML
    private ChartPane map;

    @FXML
    private VBox pairs;

    public FeaturesTogetherController(FeaturesModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        Choices.shownWhile(
                together,
                model.insightsProperty().map(found -> found.correlations().isPresent()));
        map.onChosenProperty()
                .set(key -> model.naming().named(ChartSpec.Cell.of(key).row()).ifPresent(model::open));
        model.insightsProperty().subscribe(found -> found.correlations().ifPresent(this::show));
    }

    private void show(FeatureCorrelations correlations) {
        map.setSpec(FeatureCharts.together(correlations, model.naming()));
        pairs.getChildren()
                .setAll(correlations.strongest().stream()
                        .limit(MOST_PAIRS)
                        .map(this::line)
                        .toList());
    }

    /** A click looks at the first of the two. */
    private Button line(Pair pair) {
        var naming = model.naming();
        var names = new Label(Texts.of("features.pair", naming.title(pair.one()), naming.title(pair.other())));
        var closeness = new Label(FeatureInsights.closeness(pair));
        closeness.getStyleClass().add("small-muted");
        names.setWrapText(true);
        var words = new VBox(names, closeness);
        words.getStyleClass().add("group-words");
        var line = new Button(null, words);
        line.getStyleClass().addAll("flat", "quiet", "flush");
        line.setAccessibleText(names.getText() + ": " + closeness.getText());
        line.setOnAction(_ -> model.open(pair.one()));
        return line;
    }
}
