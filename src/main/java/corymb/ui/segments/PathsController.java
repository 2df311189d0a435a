package corymb.ui.segments;

import corymb.path.CohortPlan;
import corymb.path.FunnelPlan;
import corymb.path.PathPlan;
import corymb.ui.kit.Card;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.MessageBar;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** Ties funnels and cohorts to the page: there where anything is known of what customers did, one at a time. */
public final class PathsController {
    private final PathsModel model;
    private final Dialogs dialogs;
    private final ToggleGroup tabs = new ToggleGroup();

    @FXML
    private VBox paths;

    @FXML
    private ToggleButton funnelTab;

    @FXML
    private Node funnel;

    @FXML
    private ToggleButton cohortsTab;

    @FXML
    private Node cohorts;

    @FXML
    private Card savedCard;

    @FXML
    private SavedPathList savedPaths;

    @FXML
    private MessageBar pathsMessage;

    public PathsController(PathsModel model, Dialogs dialogs) {
        this.model = model;
        this.dialogs = dialogs;
    }

    @FXML
    private void initialize() {
        Choices.shownWhile(paths, model.knownProperty());
        Map.of(funnelTab, funnel, cohortsTab, cohorts).forEach(this::tab);
        tabs.selectToggle(funnelTab);
        savedPaths.follow(model);
        Choices.shownWhile(
                savedCard, model.savedProperty().map(saved -> !saved.plans().isEmpty()));
        model.outcomeProperty().addListener((_, _, outcome) -> pathsMessage.show(outcome, dialogs));
        model.openedProperty().subscribe(opened -> opened.ifPresent(saved -> tabs.selectToggle(tabOf(saved.plan()))));
    }

    private ToggleButton tabOf(PathPlan plan) {
        return switch (plan) {
            case FunnelPlan _ -> funnelTab;
            case CohortPlan _ -> cohortsTab;
        };
    }

    private void tab(ToggleButton button, Node content) {
        button.setToggleGroup(tabs);
        // A click on the open tab must not close it.
        button.setOnAction(_ -> button.setSelected(true));
        Choices.shownWhile(content, button.selectedProperty());
    }
}
