package corymb.ui.features;

import corymb.chart.Numbers;
import corymb.feature.FeatureSummary;
import corymb.ui.features.FeaturesModel.Stage;
import corymb.ui.kit.ChartPane;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.EmptyState;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.PageHeader;
import corymb.ui.kit.Scrolling;
import corymb.ui.kit.TableGrid;
import corymb.ui.kit.Texts;
import corymb.ui.session.PeopleCard;
import corymb.ui.session.StaleNote;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/** Ties the page of features to its model. */
public final class FeaturesController {
    private final FeaturesModel model;
    private final Dialogs dialogs;

    @FXML
    private PageHeader header;

    @FXML
    private MessageBar message;

    @FXML
    private MessageBar staleNote;

    @FXML
    private EmptyState missing;

    @FXML
    private Node options;

    @FXML
    private Node results;

    @FXML
    private TableGrid table;

    @FXML
    private ChartPane values;

    @FXML
    private Label meaning;

    @FXML
    private Label company;

    @FXML
    private Label change;

    @FXML
    private Button withoutValue;

    @FXML
    private Node scored;

    @FXML
    private Node scores;

    @FXML
    private FeaturesScoresController scoresController;

    @FXML
    private PeopleCard behind;

    public FeaturesController(FeaturesModel model, Dialogs dialogs) {
        this.model = model;
        this.dialogs = dialogs;
    }

    @FXML
    private void initialize() {
        var newest = model.newest();
        header.stateProperty().bind(model.stateProperty());
        header.actionProperty()
                .bind(Bindings.createStringBinding(this::action, model.stageProperty(), newest.runningProperty()));
        var lacks = model.stageProperty().map(Stage::lacksInput);
        Choices.shownWhile(missing, lacks);
        Choices.shownWhile(options, lacks.map(isLacking -> !isLacking));
        missing.actionProperty()
                .bind(model.stageProperty()
                        .map(stage ->
                                Texts.of(stage == Stage.NO_DATA ? "features.toSources" : "features.toCustomers")));
        Choices.shownWhile(results, model.stageProperty().isEqualTo(Stage.COMPUTED));
        behind.follow(model.people(), dialogs, model::go);
        Choices.shownWhile(scored, scores.managedProperty().or(behind.managedProperty()));
        newest.endedProperty().addListener((_, _, outcome) -> message.show(outcome, dialogs));
        StaleNote.follow(staleNote, newest, Texts.of("features.stale"), model::refresh);
        model.insightsProperty().subscribe(_ -> showTable());
        newest.madeProperty().subscribe(_ -> showTable());
        for (var label : List.of(company, change)) {
            Choices.shownWhile(label, label.textProperty().isNotEmpty());
        }
        model.featureProperty().subscribe(feature -> feature.ifPresent(this::show));
        model.insightsProperty().subscribe(_ -> model.featureProperty().get().ifPresent(this::tell));
        table.chosenProperty()
                .addListener(
                        (_, _, row) -> row.ifPresent(chosen -> model.open(chosen.text(Texts.of("features.name")))));
        values.onChosenProperty().set(key -> {
            model.openMark(key);
            Scrolling.whenShown(behind);
        });
        scoresController.whenOpened(() -> Scrolling.whenShown(behind));
    }

    private String action() {
        if (model.newest().runningProperty().get()) {
            return Texts.of("features.stop");
        }
        return model.stageProperty().get().lacksInput() ? "" : Texts.of("features.compute");
    }

    private void showTable() {
        model.newest()
                .value()
                .ifPresent(features -> table.show(FeatureCharts.table(
                        features, model.naming(), model.insightsProperty().get())));
    }

    /** What else is known of a feature. */
    private void tell(FeatureSummary summary) {
        var insights = model.insightsProperty().get();
        values.setSpec(FeatureCharts.values(insights.drawn(summary), model.naming(), model.customers()));
        company.setText(insights.company(summary, model.naming()));
        change.setText(model.sinceLast(insights.change(summary.name())));
    }

    private void show(FeatureSummary summary) {
        meaning.setText(model.naming().sentence(summary.name()));
        tell(summary);
        boolean isMissing = summary.missing() > 0;
        withoutValue.setVisible(isMissing);
        withoutValue.setManaged(isMissing);
        withoutValue.setText(Texts.of("features.seeWithout", Numbers.local().count(summary.missing())));
    }

    @FXML
    private void computeOrStop() {
        model.computeOrStop();
    }

    @FXML
    private void provideMissing() {
        model.provideMissing();
    }

    @FXML
    private void showWithoutValue() {
        model.openMissing();
        Scrolling.whenShown(behind);
    }
}
