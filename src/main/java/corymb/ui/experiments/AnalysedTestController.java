package corymb.ui.experiments;

import corymb.chart.ExperimentCharts;
import corymb.chart.Numbers;
import corymb.experiment.Analysis;
import corymb.experiment.Study;
import corymb.ui.kit.Card;
import corymb.ui.kit.ChartPane;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.TableGrid;
import corymb.ui.kit.Texts;
import corymb.ui.session.PeopleCard;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Shows what a test that ran has shown. */
public final class AnalysedTestController {
    private static final double AXIS_HEIGHT = 110;
    private static final double VARIANT_HEIGHT = 44;

    private final ExperimentsModel page;
    private final AnalyseTestModel model;
    private final Dialogs dialogs;

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

    @FXML
    private PeopleCard behind;

    public AnalysedTestController(ExperimentsModel page, Dialogs dialogs) {
        this.page = page;
        this.model = page.analysis();
        this.dialogs = dialogs;
    }

    @FXML
    private void initialize() {
        variants.barVisibleProperty().set(false);
        comparisons.barVisibleProperty().set(false);
        variants.chosenProperty()
                .subscribe(row ->
                        row.ifPresent(chosen -> model.openVariant(chosen.text(Texts.of("experiments.columnVariant")))));
        behind.follow(model.people(), dialogs, _ -> page.goToSegments());
        model.result.subscribe(this::show);
        page.keptProperty().subscribe(() -> show(model.result.get()));
    }

    private void show(Optional<Study.AnalysedTest> shown) {
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
        } else if (check.isUnusual()) {
            ratio.show(
                    MessageBar.Kind.WARNING,
                    Texts.of("experiments.ratioUnusual"),
                    Texts.of("experiments.ratioUnusualMore", numbers, threshold));
        } else {
            ratio.show(
                    MessageBar.Kind.SUCCESS,
                    Texts.of("experiments.ratioRight"),
                    Texts.of("experiments.ratioRightMore", numbers, threshold));
        }
    }

    private Card card(Analysis analysis, String metric) {
        var pane = new ChartPane(ExperimentCharts.differences(analysis, metric));
        pane.explainedBy(() -> page.explain(model.result.get()));
        pane.setPlotHeight(AXIS_HEIGHT + VARIANT_HEIGHT * analysis.variants().size());
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
