package corymb.ui.history;

import corymb.chart.Numbers;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.EmptyState;
import corymb.ui.kit.InspectorSide;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.Navigator;
import corymb.ui.kit.PageHeader;
import corymb.ui.kit.TableGrid;
import corymb.ui.kit.Texts;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** Ties the page of what was done to its model. */
public final class HistoryController {
    private final HistoryModel model;
    private final Navigator navigator;
    private final Dialogs dialogs;
    private final StepInspector inspector;
    private Optional<HistoryStep> chosen = Optional.empty();

    @FXML
    private PageHeader header;

    @FXML
    private MessageBar message;

    @FXML
    private EmptyState missing;

    @FXML
    private VBox results;

    @FXML
    private TableGrid steps;

    @FXML
    private Button go;

    @FXML
    private Button compact;

    @FXML
    private TableGrid audit;

    public HistoryController(HistoryModel model, InspectorSide side, Navigator navigator, Dialogs dialogs) {
        this.model = model;
        this.navigator = navigator;
        this.dialogs = dialogs;
        inspector = new StepInspector(side, model);
    }

    @FXML
    private void initialize() {
        model.stepsProperty().addListener((_, _, _) -> show());
        model.auditProperty().subscribe(entries -> audit.show(HistoryTables.audit(entries)));
        model.outcomeProperty().addListener((_, _, outcome) -> message.show(outcome, dialogs));
        model.compactedProperty().addListener((_, _, freed) -> showFreed(freed));
        steps.chosenProperty()
                .addListener((_, _, row) ->
                        row.ifPresent(picked -> choose(Integer.parseInt(picked.text(Texts.of("history.place"))))));
        show();
    }

    private void show() {
        var all = model.stepsProperty().get();
        Choices.show(missing, all.isEmpty());
        Choices.show(results, !all.isEmpty());
        chosen = Optional.empty();
        go.setDisable(true);
        header.setState(
                all.isEmpty()
                        ? ""
                        : Texts.of(
                                        model.present() == all.size() ? "history.state" : "history.stateUndone",
                                        all.size(),
                                        all.size() - model.present())
                                + (model.settled() > 0 ? Texts.of("history.stateSettled", model.settled()) : ""));
        steps.show(HistoryTables.steps(all.reversed()));
        compact.setDisable(!model.canCompact());
    }

    /** Asked first, since nothing brings back what is forgotten. */
    @FXML
    private void compact() {
        var numbers = Numbers.local();
        var consequence =
                Texts.of("history.compactConsequence", numbers.bytes(model.bytes()), numbers.count(model.present()));
        if (dialogs.confirm(Texts.of("history.compactQuestion"), consequence, Texts.of("history.compactVerb"))) {
            model.compact();
        }
    }

    private void showFreed(OptionalLong freed) {
        freed.ifPresent(bytes -> message.show(
                MessageBar.Kind.SUCCESS,
                Texts.of(
                        "history.compacted",
                        Numbers.local().bytes(Math.max(0, bytes)),
                        Numbers.local().bytes(model.bytes())),
                ""));
    }

    private void choose(int place) {
        chosen = model.step(place);
        go.setDisable(!model.canGoTo(place));
        chosen.ifPresent(inspector::show);
    }

    @FXML
    private void goToChosen() {
        chosen.ifPresent(step -> model.goTo(step.place()));
    }

    @FXML
    private void goToSources() {
        navigator.go("sources");
    }
}
