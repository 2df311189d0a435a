package corymb.ui.segments;

import corymb.ui.kit.Choices;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** Ties funnels and cohorts to the page: there where anything is known of what customers did, one at a time. */
public final class PathsController {
    private final PathsModel model;
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

    public PathsController(PathsModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        Choices.shownWhile(paths, model.knownProperty());
        Map.of(funnelTab, funnel, cohortsTab, cohorts).forEach(this::tab);
        tabs.selectToggle(funnelTab);
    }

    private void tab(ToggleButton button, Node content) {
        button.setToggleGroup(tabs);
        // A click on the open tab must not close it.
        button.setOnAction(_ -> button.setSelected(true));
        Choices.shownWhile(content, button.selectedProperty());
    }
}
