package corymb.ui.features;

import corymb.chart.Numbers;
import corymb.project.Made;
import corymb.ui.features.FeaturesModel.Stage;
import corymb.ui.kit.Card;
import corymb.ui.kit.ChartPane;
import corymb.ui.kit.Columns;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.EmptyState;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.PageHeader;
import corymb.ui.kit.TableGrid;
import corymb.ui.kit.Texts;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

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
    private Card options;

    @FXML
    private ToggleButton more;

    @FXML
    private DatePicker lastDay;

    @FXML
    private ComboBox<String> purchase;

    @FXML
    private FlowPane definitions;

    @FXML
    private VBox results;

    @FXML
    private TableGrid table;

    @FXML
    private ChartPane values;

    @FXML
    private Columns rfmRow;

    @FXML
    private ChartPane rfm;

    @FXML
    private Card scoredCard;

    @FXML
    private TableGrid scored;

    public FeaturesController(FeaturesModel model, Dialogs dialogs) {
        this.model = model;
        this.dialogs = dialogs;
    }

    @FXML
    private void initialize() {
        header.stateProperty().bind(model.stateProperty());
        header.actionProperty()
                .bind(Bindings.createStringBinding(this::action, model.stageProperty(), model.runningProperty()));
        var lacks = model.stageProperty().isEqualTo(Stage.NO_CUSTOMERS);
        present(missing, lacks);
        present(options, lacks.not());
        present(options.getContent().getParent(), more.selectedProperty());
        present(results, model.stageProperty().isEqualTo(Stage.COMPUTED));
        present(rfmRow, model.scoresProperty().map(Optional::isPresent));
        scoredCard.titleProperty().bind(model.scoreProperty().map(score -> Texts.of("features.scored", score)));
        bindOptions();
        model.staleProperty().addListener((_, _, _) -> showStale());
        model.endedProperty().addListener((_, _, outcome) -> message.show(outcome, dialogs));
        model.computedProperty().addListener((_, _, _) -> showComputed());
        model.featureProperty().addListener((_, _, _) -> showFeature());
        model.scoresProperty()
                .addListener((_, _, counts) -> counts.map(FeatureCharts::rfm).ifPresent(rfm::setSpec));
        model.scoredProperty().addListener((_, _, rows) -> rows.ifPresent(scored::show));
        table.chosenProperty()
                .addListener(
                        (_, _, row) -> row.ifPresent(chosen -> model.open(chosen.text(Texts.of("features.feature")))));
        rfm.onChosenProperty().set(this::openScore);
        model.scoresProperty().get().map(FeatureCharts::rfm).ifPresent(rfm::setSpec);
        model.scoredProperty().get().ifPresent(scored::show);
        showStale();
        showComputed();
        showFeature();
    }

    private void bindOptions() {
        purchase.setItems(model.types());
        purchase.valueProperty().bindBidirectional(model.purchaseProperty());
        lastDay.valueProperty()
                .addListener((_, _, day) -> model.lastDayProperty().set(Optional.ofNullable(day)));
        model.lastDayProperty().addListener((_, _, day) -> showDay(day));
        showDay(model.lastDayProperty().get());
        model.definitions().addListener((ListChangeListener<DefinitionChoice>) change -> {
            boolean isOfferedAnew = false;
            while (change.next()) {
                isOfferedAnew |= change.wasAdded() || change.wasRemoved();
            }
            if (isOfferedAnew) {
                showDefinitions();
            }
        });
        showDefinitions();
        options.subtitleProperty()
                .bind(Bindings.createStringBinding(
                        this::chosen, model.definitions(), model.lastDayProperty(), model.purchaseProperty()));
    }

    private void showDay(Optional<LocalDate> day) {
        day.ifPresent(lastDay::setValue);
    }

    private String chosen() {
        return model.lastDayProperty()
                .get()
                .map(day -> Texts.of(
                        "features.chosen",
                        model.chosen().size(),
                        Numbers.local().date(day),
                        model.purchaseProperty().get()))
                .orElseGet(() -> Texts.of("features.waiting"));
    }

    private void showDefinitions() {
        definitions
                .getChildren()
                .setAll(model.definitions().stream()
                        .map(FeaturesController::choice)
                        .toList());
    }

    private static Node choice(DefinitionChoice choice) {
        var box = new CheckBox(choice.definition().name());
        box.setMnemonicParsing(false);
        box.setPrefWidth(190);
        box.setTooltip(new Tooltip(choice.definition().description()));
        box.selectedProperty().bindBidirectional(choice.chosenProperty());
        return box;
    }

    private String action() {
        if (model.runningProperty().get()) {
            return Texts.of("features.stop");
        }
        return model.stageProperty().get() == Stage.NO_CUSTOMERS ? "" : Texts.of("features.compute");
    }

    private void showStale() {
        if (model.staleProperty().get()) {
            staleNote.show(
                    MessageBar.Kind.WARNING, Texts.of("features.stale"), Texts.of("features.refresh"), model::refresh);
        } else {
            staleNote.hide();
        }
    }

    private void showComputed() {
        model.computedProperty()
                .get()
                .map(Made::value)
                .ifPresent(features -> table.show(FeatureCharts.table(features.summaries())));
    }

    private void showFeature() {
        model.featureProperty().get().map(FeatureCharts::values).ifPresent(values::setSpec);
    }

    private void openScore(String row) {
        IntStream.rangeClosed(1, 5)
                .filter(score -> FeatureCharts.recencyRow(score).equals(row))
                .forEach(model::openScore);
    }

    @FXML
    private void computeOrStop() {
        model.computeOrStop();
    }

    @FXML
    private void goToCustomers() {
        model.goToCustomers();
    }

    private static void present(Node node, ObservableValue<Boolean> when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }
}
