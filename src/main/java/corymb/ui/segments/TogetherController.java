package corymb.ui.segments;

import corymb.ui.kit.Choices;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** Ties what can be done with several segments at once to the page: there from two segments on, one part at a time. */
public final class TogetherController {
    private final SegmentsModel model;
    private final ToggleGroup tabs = new ToggleGroup();

    @FXML
    private VBox together;

    @FXML
    private ToggleButton overlapTab;

    @FXML
    private Node overlap;

    @FXML
    private ToggleButton combineTab;

    @FXML
    private Node combine;

    @FXML
    private ToggleButton policyTab;

    @FXML
    private Node policy;

    @FXML
    private ToggleButton compareTab;

    @FXML
    private Node compare;

    public TogetherController(SegmentsModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        Choices.shownWhile(together, model.segmentsProperty().map(segments -> segments.size() > 1));
        Map.of(overlapTab, overlap, combineTab, combine, policyTab, policy, compareTab, compare)
                .forEach(this::tab);
        tabs.selectToggle(overlapTab);
    }

    private void tab(ToggleButton button, Node content) {
        button.setToggleGroup(tabs);
        // A click on the open tab must not close it.
        button.setOnAction(_ -> button.setSelected(true));
        Choices.shownWhile(content, button.selectedProperty());
    }
}
