package corymb.ui.history;

import corymb.project.AuditEntry;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.table.TimeColumn;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.EmptyState;
import corymb.ui.kit.InspectorSide;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.Navigator;
import corymb.ui.kit.PageHeader;
import corymb.ui.kit.TableGrid;
import corymb.ui.kit.Texts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
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
        model.auditProperty().addListener((_, _, entries) -> audit.show(audit(entries)));
        model.outcomeProperty().addListener((_, _, outcome) -> message.show(outcome, dialogs));
        steps.chosenProperty()
                .addListener((_, _, row) ->
                        row.ifPresent(picked -> choose(Integer.parseInt(picked.text(Texts.of("history.place"))))));
        show();
        audit.show(audit(model.auditProperty().get()));
    }

    private void show() {
        var all = model.stepsProperty().get();
        visible(missing, all.isEmpty());
        visible(results, !all.isEmpty());
        chosen = Optional.empty();
        go.setDisable(true);
        header.setState(
                all.isEmpty()
                        ? ""
                        : Texts.of(
                                model.present() == all.size() ? "history.state" : "history.stateUndone",
                                all.size(),
                                all.size() - model.present()));
        steps.show(table(all.reversed()));
    }

    private void choose(int place) {
        chosen = model.step(place);
        go.setDisable(place == model.present());
        chosen.ifPresent(inspector::show);
    }

    private static Table table(List<HistoryStep> shown) {
        return new Table(List.of(
                new NumberColumn(
                        Texts.of("history.place"),
                        ColumnType.INTEGER,
                        shown.stream().mapToDouble(HistoryStep::place).toArray()),
                texts(
                        "history.what",
                        shown.stream().map(step -> step.change().label()).toList()),
                texts(
                        "history.stands",
                        shown.stream().map(step -> state(step.state())).toList()),
                new TimeColumn(
                        Texts.of("history.when"),
                        ColumnType.TIMESTAMP,
                        shown.stream()
                                .mapToLong(step -> step.made()
                                        .map(made -> micros(made.at()))
                                        .orElse(TimeColumn.MISSING))
                                .toArray()),
                new NumberColumn(
                        Texts.of("history.seconds"),
                        ColumnType.DECIMAL,
                        shown.stream()
                                .mapToDouble(step -> step.made()
                                        .map(made -> Math.rint(made.seconds() * 100) / 100)
                                        .orElse(Double.NaN))
                                .toArray())));
    }

    private static String state(HistoryStep.State state) {
        return switch (state) {
            case TAKEN -> Texts.of("history.taken");
            case PRESENT -> Texts.of("history.present");
            case STALE -> Texts.of("history.stale");
            case UNDONE -> Texts.of("history.undone");
        };
    }

    private static Table audit(List<AuditEntry> entries) {
        return new Table(List.of(
                new TimeColumn(
                        Texts.of("history.when"),
                        ColumnType.TIMESTAMP,
                        entries.stream().mapToLong(entry -> micros(entry.at())).toArray()),
                texts("history.action", entries.stream().map(AuditEntry::action).toList()),
                texts("history.detail", entries.stream().map(AuditEntry::detail).toList())));
    }

    private static TextColumn texts(String key, List<String> values) {
        return new TextColumn(Texts.of(key), values);
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    @FXML
    private void goToChosen() {
        chosen.ifPresent(step -> model.goTo(step.place()));
    }

    @FXML
    private void goToSources() {
        navigator.go("sources");
    }

    private static void visible(Node node, boolean is) {
        node.setVisible(is);
        node.setManaged(is);
    }
}
