package corymb.ui.clusters;

import corymb.ui.clusters.ClustersModel.Stage;
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
        var features = model.options().features();
        header.actionProperty()
                .bind(Bindings.createStringBinding(
                        this::action, model.stageProperty(), newest.runningProperty(), features));
        Choices.shownWhile(
                missing, model.stageProperty().map(stage -> stage.lacksInput() || stage == Stage.NO_NUMBERS));
        Choices.shownWhile(
                options,
                Bindings.createBooleanBinding(
                        () -> !model.stageProperty().get().lacksInput() && !features.isEmpty(),
                        model.stageProperty(),
                        features));
        Choices.shownWhile(results, model.stageProperty().isEqualTo(Stage.FOUND));
        model.stageProperty().subscribe(this::staged);
        newest.endedProperty().addListener((_, _, outcome) -> message.show(outcome, dialogs));
        StaleNote.follow(staleNote, newest, Texts.of("clusters.stale"), model::refresh);
    }

    private void staged(Stage stage) {
        boolean lacksNumbers = stage == Stage.NO_NUMBERS;
        missing.setTitle(Texts.of(lacksNumbers ? "clusters.noNumbersTitle" : "clusters.emptyTitle"));
        missing.setText(Texts.of(lacksNumbers ? "clusters.noNumbersText" : "clusters.emptyText"));
        missing.setAction(Texts.of(
                switch (stage) {
                    case NO_FEATURES -> "clusters.toFeatures";
                    case NO_DATA, NO_NUMBERS, READY, FOUND -> "clusters.toSources";
                }));
    }

    private String action() {
        if (model.newest().runningProperty().get()) {
            return Texts.of("clusters.stop");
        }
        var stage = model.stageProperty().get();
        boolean canFind = !stage.lacksInput()
                && (stage != Stage.NO_NUMBERS || !model.options().chosen().isEmpty());
        return canFind ? Texts.of("clusters.find") : "";
    }

    @FXML
    private void findOrStop() {
        model.findOrStop();
    }

    @FXML
    private void provideMissing() {
        model.provideMissing();
    }
}
