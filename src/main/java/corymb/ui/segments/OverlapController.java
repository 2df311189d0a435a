package corymb.ui.segments;

import corymb.segment.Intersections.Counting;
import corymb.ui.kit.ChartPane;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.Navigator;
import corymb.ui.kit.Scrolling;
import corymb.ui.session.PeopleCard;
import javafx.fxml.FXML;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;

/** Ties the combinations of segments to the model. */
public final class OverlapController {
    private final OverlapModel model;
    private final Navigator navigator;
    private final Dialogs dialogs;
    private final ToggleGroup countings = new ToggleGroup();

    @FXML
    private ToggleButton exclusive;

    @FXML
    private ToggleButton inclusive;

    @FXML
    private ChartPane combinations;

    @FXML
    private PeopleCard combined;

    public OverlapController(OverlapModel model, Navigator navigator, Dialogs dialogs) {
        this.model = model;
        this.navigator = navigator;
        this.dialogs = dialogs;
    }

    @FXML
    private void initialize() {
        counting(exclusive, Counting.EXCLUSIVE);
        counting(inclusive, Counting.INCLUSIVE);
        model.chartProperty().subscribe(found -> found.ifPresent(combinations::setSpec));
        combinations.onChosenProperty().set(model::open);
        combined.follow(model.people(), dialogs, navigator);
        model.people().shownProperty().subscribe(shown -> shown.ifPresent(_ -> Scrolling.reveal(combined)));
    }

    private void counting(ToggleButton button, Counting counting) {
        button.setToggleGroup(countings);
        button.setSelected(model.countingProperty().get() == counting);
        button.setOnAction(_ -> {
            button.setSelected(true);
            model.countingProperty().set(counting);
        });
    }
}
