package corymb.ui.clusters;

import corymb.ui.kit.Choices;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.EmptyState;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.PageHeader;
import corymb.ui.kit.Texts;
import corymb.ui.session.StaleNote;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;

/** Ties the page of groups to its model: its head, and which of its parts are there. */
public final class ClustersController {
    private final ClustersModel model;
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

    public ClustersController(ClustersModel model, Dialogs dialogs) {
        this.model = model;
        this.dialogs = dialogs;
    }

    @FXML
    private void initialize() {
        var newest = model.newest();
        header.stateProperty().bind(model.stateProperty());
        header.actionProperty()
                .bind(Bindings.createStringBinding(this::action, model.stageProperty(), newest.runningProperty()));
        var lacks = model.stageProperty().map(ClustersModel.Stage::lacksInput);
        Choices.shownWhile(missing, lacks);
        Choices.shownWhile(options, lacks.map(lacking -> !lacking));
        Choices.shownWhile(results, model.stageProperty().isEqualTo(ClustersModel.Stage.FOUND));
        model.stageProperty().subscribe(this::staged);
        newest.endedProperty().addListener((_, _, outcome) -> message.show(outcome, dialogs));
        StaleNote.follow(staleNote, newest, Texts.of("clusters.stale"), model::refresh);
    }

    private void staged(ClustersModel.Stage stage) {
        missing.setAction(
                Texts.of(stage == ClustersModel.Stage.NO_CUSTOMERS ? "clusters.toCustomers" : "clusters.toFeatures"));
    }

    private String action() {
        if (model.stageProperty().get().lacksInput()) {
            return "";
        }
        return Texts.of(model.newest().runningProperty().get() ? "clusters.stop" : "clusters.find");
    }

    @FXML
    private void findOrStop() {
        model.findOrStop();
    }

    @FXML
    private void goToMissing() {
        model.goToMissing();
    }
}
