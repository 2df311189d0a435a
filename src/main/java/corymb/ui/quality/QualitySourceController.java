package corymb.ui.quality;

import corymb.quality.DimensionScore;
import corymb.quality.QualityReport;
import corymb.quality.SourceFinding;
import corymb.quality.SourceQuality;
import corymb.ui.kit.Card;
import corymb.ui.kit.ChartPane;
import corymb.ui.kit.Columns;
import corymb.ui.kit.RowsCard;
import corymb.ui.kit.Texts;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Ties the part of the page about one source to the model. */
public final class QualitySourceController {
    private final QualityModel model;
    private final Remedies remedies;

    @FXML
    private FlowPane choices;

    @FXML
    private Columns tiles;

    @FXML
    private ChartPane dimensions;

    @FXML
    private VBox explanations;

    @FXML
    private Card findingsCard;

    @FXML
    private FindingList findings;

    @FXML
    private RowsCard evidence;

    QualitySourceController(QualityModel model, Remedies remedies) {
        this.model = model;
        this.remedies = remedies;
    }

    @FXML
    private void initialize() {
        model.reportProperty().subscribe(report -> report.ifPresent(this::offerSources));
        model.chosenProperty().subscribe(chosen -> chosen.ifPresent(this::showSource));
        evidence.follow(model.evidenceProperty());
    }

    private void offerSources(QualityReport report) {
        choices.getChildren().setAll(report.sources().stream().map(this::choice).toList());
    }

    private ToggleButton choice(SourceQuality quality) {
        var button = new ToggleButton(quality.source() + "  " + QualityWords.score(quality.score()));
        button.setMnemonicParsing(false);
        button.getStyleClass().add("source-choice");
        button.setUserData(quality.source());
        button.setOnAction(_ -> {
            button.setSelected(true);
            model.choose(quality.source());
        });
        return button;
    }

    private void showSource(SourceQuality quality) {
        for (var child : choices.getChildren()) {
            ((ToggleButton) child).setSelected(quality.source().equals(child.getUserData()));
        }
        tiles.getChildren().setAll(new SourceTiles(model, quality).all());
        dimensions.setSpec(QualityCharts.dimensions(quality));
        explanations
                .getChildren()
                .setAll(QualityCharts.ranked(quality).stream()
                        .map(QualitySourceController::explained)
                        .toList());
        explanations.getChildren().add(muted(Texts.of("quality.accuracy")));
        findingsCard.setTitle(QualityWords.findings(quality));
        findings.show(SourceFinding.of(quality), false, model::open, remedies);
    }

    private static Label explained(DimensionScore score) {
        return muted(Texts.of("quality.explained", QualityWords.dimension(score.dimension()), score.explanation()));
    }

    private static Label muted(String text) {
        var label = new Label(text);
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }
}
