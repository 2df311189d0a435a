package corymb.ui.experiments;

import corymb.chart.ExperimentCharts;
import corymb.chart.Numbers;
import corymb.experiment.Analysis;
import corymb.experiment.Study;
import corymb.ui.kit.Card;
import corymb.ui.kit.ChartPane;
import corymb.ui.kit.Choices;
import corymb.ui.kit.EmptyState;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.TableGrid;
import corymb.ui.kit.Texts;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Ties the reading of a test that ran to its model. */
public final class AnalyseTestController {
    private static final double CHART_HEIGHT = 170;
    private static final double VARIANT_HEIGHT = 44;

    private final ExperimentsModel page;
    private final AnalyseTestModel model;

    @FXML
    private EmptyState noExposures;

    @FXML
    private Node work;

    @FXML
    private ComboBox<String> experiment;

    @FXML
    private TextField control;

    @FXML
    private TextField metrics;

    @FXML
    private TextField confidence;

    @FXML
    private TextField ratioThreshold;

    @FXML
    private TextField weights;

    @FXML
    private EmptyState noResult;

    @FXML
    private Node result;

    @FXML
    private MessageBar stale;

    @FXML
    private VBox verdict;

    @FXML
    private MessageBar ratio;

    @FXML
    private VBox charts;

    @FXML
    private VBox chances;

    @FXML
    private TableGrid variants;

    @FXML
    private Label excluded;

    @FXML
    private TableGrid comparisons;

    public AnalyseTestController(ExperimentsModel page) {
        this.page = page;
        this.model = page.analysis();
    }

    @FXML
    private void initialize() {
        control.textProperty().bindBidirectional(model.control);
        metrics.textProperty().bindBidirectional(model.metrics);
        confidence.textProperty().bindBidirectional(model.confidence);
        ratioThreshold.textProperty().bindBidirectional(model.ratioThreshold);
        weights.textProperty().bindBidirectional(model.weights);
        Choices.follow(experiment, model.experiments, model.experiment);
        Choices.shownWhile(noExposures, Bindings.isEmpty(model.experiments));
        Choices.shownWhile(work, Bindings.isNotEmpty(model.experiments));
        noExposures.setOnAction(_ -> page.goToSources());
        variants.barVisibleProperty().set(false);
        comparisons.barVisibleProperty().set(false);
        model.result.subscribe(this::show);
        page.keptProperty().subscribe(() -> show(model.result.get()));
    }

    private void show(Optional<Study.AnalysedTest> shown) {
        PlanTestController.shown(noResult, shown.isEmpty());
        PlanTestController.shown(result, shown.isPresent());
        stale.hide();
        if (page.isStale(shown)) {
            stale.show(MessageBar.Kind.WARNING, Texts.of("experiments.analysisStale"), "");
        }
        shown.map(Study.AnalysedTest::analysis).ifPresent(this::show);
    }

    private void show(Analysis analysis) {
        verdict.getChildren()
                .setAll(analysis.findings().stream()
                        .map(words -> label(words, "card-title"))
                        .toList());
        showRatio(analysis);
        charts.getChildren()
                .setAll(AnalysisTables.metrics(analysis).stream()
                        .map(metric -> card(analysis, metric))
                        .toList());
        chances.getChildren()
                .setAll(AnalysisTables.chances(analysis).stream()
                        .map(words -> label(words, "body"))
                        .toList());
        variants.show(AnalysisTables.variants(analysis));
        excluded.setText(AnalysisTables.excluded(analysis));
        comparisons.show(AnalysisTables.comparisons(analysis));
    }

    private void showRatio(Analysis analysis) {
        var check = analysis.sampleRatio();
        var numbers = Words.pValue(check.pValue());
        var threshold = Numbers.local().exact(check.threshold());
        if (check.isMismatch()) {
            ratio.show(
                    MessageBar.Kind.WARNING,
                    Texts.of("experiments.ratioWrong"),
                    Texts.of("experiments.ratioWrongMore", numbers, threshold));
        } else {
            ratio.show(
                    MessageBar.Kind.SUCCESS,
                    Texts.of("experiments.ratioRight"),
                    Texts.of("experiments.ratioRightMore", numbers, threshold));
        }
    }

    private static Card card(Analysis analysis, String metric) {
        var pane = new ChartPane(ExperimentCharts.differences(analysis, metric));
        double height = CHART_HEIGHT + VARIANT_HEIGHT * analysis.variants().size();
        pane.setMinHeight(height);
        pane.setPrefHeight(height);
        var card = new Card("", "", pane);
        card.setMinHeight(Card.USE_PREF_SIZE);
        return card;
    }

    private static Label label(String words, String styleClass) {
        var label = new Label(words);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }
}
