package corymb.ui.quality;

import corymb.chart.ChartSpec;
import corymb.chart.Numbers;
import corymb.quality.DimensionScore;
import corymb.quality.QualityReport;
import corymb.quality.SourceQuality;
import corymb.ui.kit.Card;
import corymb.ui.kit.ChartPane;
import corymb.ui.kit.Columns;
import corymb.ui.kit.Inspector;
import corymb.ui.kit.Scrolling;
import corymb.ui.kit.TableGrid;
import corymb.ui.kit.Texts;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Ties the part of the page about one source to the model. */
public final class QualitySourceController {
    private final QualityModel model;

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
    private Card evidenceCard;

    @FXML
    private TableGrid evidence;

    @FXML
    private Card rejectsCard;

    @FXML
    private ChartPane reasons;

    @FXML
    private TableGrid rejects;

    @FXML
    private Card columnsCard;

    @FXML
    private TableGrid columns;

    @FXML
    private ChartPane columnChart;

    @FXML
    private Card plainCard;

    @FXML
    private Card chartCard;

    @FXML
    private Card factsCard;

    @FXML
    private VBox facts;

    public QualitySourceController(QualityModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        model.reportProperty().subscribe(report -> report.ifPresent(this::offerSources));
        model.chosenProperty().subscribe(chosen -> chosen.ifPresent(this::showSource));
        model.columnProperty().subscribe(column -> column.ifPresent(this::showColumn));
        model.evidenceProperty().subscribe(this::showEvidence);
        model.rejectsProperty().subscribe(this::showRejects);
        reasons.onChosenProperty().set(model::chooseReason);
        columnChart.onChosenProperty().set(model::openMark);
        columns.chosenProperty()
                .addListener((_, _, row) ->
                        row.ifPresent(chosen -> model.chooseColumn(chosen.text(Texts.of("quality.column")))));
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
        findingsCard.setTitle(QualityWords.findings(quality));
        findings.show(SourceFinding.of(quality), false, model::open);
        columnsCard.setTitle(Texts.of("quality.columnsTitle", quality.columns().size()));
        columns.show(ColumnTable.of(quality));
    }

    private static Label explained(DimensionScore score) {
        var label = new Label(
                Texts.of("quality.explained", QualityWords.dimension(score.dimension()), score.explanation()));
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    private void showColumn(ColumnView view) {
        Optional<ChartSpec> chart = view.chart();
        chart.ifPresent(columnChart::setSpec);
        plainCard.setTitle(view.plain());
        show(chartCard, chart.isPresent());
        show(plainCard, chart.isEmpty());
        factsCard.setTitle(Texts.of("quality.numbersTitle", view.column().name()));
        facts.getChildren()
                .setAll(view.facts().entrySet().stream()
                        .map(fact -> Inspector.fact(Texts.of(fact.getKey()), fact.getValue()))
                        .toList());
    }

    private void showEvidence(Optional<Evidence> shown) {
        show(evidenceCard, shown.isPresent());
        shown.ifPresent(rows -> {
            evidenceCard.setTitle(rows.title());
            evidenceCard.setSubtitle(rows.more());
            evidence.show(rows.rows());
            Scrolling.reveal(evidenceCard);
        });
    }

    private void showRejects(Optional<Rejects> shown) {
        show(rejectsCard, shown.isPresent());
        shown.ifPresent(rows -> {
            rejectsCard.setTitle(
                    Texts.of("quality.rejectsTitle", Numbers.local().count(model.rejected())));
            reasons.setSpec(rows.reasons());
            rejects.show(rows.rows());
        });
    }

    private static void show(Node node, boolean isShown) {
        node.setVisible(isShown);
        node.setManaged(isShown);
    }
}
