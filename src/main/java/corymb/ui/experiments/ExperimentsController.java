package corymb.ui.experiments;

import corymb.ui.experiments.ExperimentsModel.Tab;
import corymb.ui.kit.Card;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.PageHeader;
import corymb.ui.kit.TableGrid;
import corymb.ui.kit.Texts;
import corymb.work.Outcome;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;

/** Ties the page of tests to its model. */
public final class ExperimentsController {
    private final ExperimentsModel model;
    private final Dialogs dialogs;
    private final ToggleGroup tabs = new ToggleGroup();

    @FXML
    private PageHeader header;

    @FXML
    private MessageBar message;

    @FXML
    private ToggleButton planTab;

    @FXML
    private ToggleButton simulateTab;

    @FXML
    private ToggleButton analyseTab;

    @FXML
    private Node plan;

    @FXML
    private Node simulation;

    @FXML
    private Node analysis;

    @FXML
    private Card keptCard;

    @FXML
    private TableGrid kept;

    public ExperimentsController(ExperimentsModel model, Dialogs dialogs) {
        this.model = model;
        this.dialogs = dialogs;
    }

    @FXML
    private void initialize() {
        header.stateProperty().bind(model.stateProperty());
        header.actionProperty()
                .bind(Bindings.createStringBinding(
                        () -> action(model.tabProperty().get()), model.tabProperty()));
        header.actionDisabledProperty()
                .bind(Bindings.createBooleanBinding(
                        this::isIdle,
                        model.tabProperty(),
                        model.runningProperty(),
                        model.simulation().segments,
                        model.analysis().experiments));
        tab(planTab, Tab.PLAN, plan);
        tab(simulateTab, Tab.SIMULATE, simulation);
        tab(analyseTab, Tab.ANALYSE, analysis);
        model.tabProperty().subscribe(this::select);
        model.outcomeProperty().subscribe(this::tell);
        kept.barVisibleProperty().set(false);
        model.keptProperty().subscribe(table -> {
            kept.show(table);
            keptCard.setVisible(table.rowCount() > 0);
            keptCard.setManaged(table.rowCount() > 0);
        });
        kept.chosenProperty()
                .subscribe(row -> row.ifPresent(chosen -> model.open(
                        chosen.text(Texts.of("experiments.columnKind")),
                        chosen.text(Texts.of("experiments.columnTest")))));
    }

    @FXML
    private void run() {
        model.run();
    }

    private void tab(ToggleButton button, Tab tab, Node content) {
        button.setToggleGroup(tabs);
        button.setOnAction(_ -> {
            model.tabProperty().set(tab);
            // A click on the open tab must not close it.
            button.setSelected(true);
        });
        content.visibleProperty().bind(model.tabProperty().isEqualTo(tab));
        content.managedProperty().bind(content.visibleProperty());
    }

    private void select(Tab tab) {
        tabs.selectToggle(
                switch (tab) {
                    case PLAN -> planTab;
                    case SIMULATE -> simulateTab;
                    case ANALYSE -> analyseTab;
                });
        message.hide();
    }

    private static String action(Tab tab) {
        return switch (tab) {
            case PLAN -> Texts.of("experiments.save");
            case SIMULATE -> Texts.of("experiments.simulate");
            case ANALYSE -> Texts.of("experiments.read");
        };
    }

    private boolean isIdle() {
        boolean hasInput = switch (model.tabProperty().get()) {
            case PLAN -> true;
            case SIMULATE -> !model.simulation().segments.isEmpty();
            case ANALYSE -> !model.analysis().experiments.isEmpty();
        };
        return model.runningProperty().get() || !hasInput;
    }

    private void tell(Optional<Outcome<?>> ended) {
        ended.ifPresent(outcome -> message.show(outcome, dialogs));
    }
}
