package corymb.ui.clusters;

import corymb.ui.clusters.ClustersModel.Stage;
import corymb.ui.kit.Card;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Texts;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Ties the choices before a search to the model. */
public final class ClusterOptionsController {
    /** From that many features on there is a box to find one. */
    private static final int MANY = 24;

    private final ClustersModel model;

    @FXML
    private Card options;

    @FXML
    private ToggleButton choosing;

    @FXML
    private ToggleButton more;

    @FXML
    private VBox choice;

    @FXML
    private WithinChoice among;

    @FXML
    private TextField find;

    @FXML
    private Label none;

    @FXML
    private ScrollPane many;

    @FXML
    private FlowPane features;

    @FXML
    private MethodChoice details;

    public ClusterOptionsController(ClustersModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        var chosen = model.options();
        details.follow(chosen, model::savePreparation);
        among.follow(chosen);
        chosen.withinProperty().addListener((_, _, _) -> showChosen(false));
        Choices.shownWhile(choice, choosing.selectedProperty());
        Choices.shownWhile(details, more.selectedProperty());
        Choices.shownWhile(
                options.getContent().getParent(), choosing.selectedProperty().or(more.selectedProperty()));
        model.stageProperty()
                .subscribe(stage -> choosing.setSelected(stage == Stage.READY || stage == Stage.NO_NUMBERS));
        find.textProperty().addListener((_, _, _) -> offer());
        chosen.features().addListener((ListChangeListener<FeatureChoice>) change -> {
            boolean isOfferedAnew = false;
            while (change.next()) {
                isOfferedAnew |= change.wasAdded() || change.wasRemoved();
            }
            showChosen(isOfferedAnew);
        });
        chosen.method().kindProperty().subscribe(_ -> showWords());
        showChosen(true);
    }

    private void showChosen(boolean isOfferedAnew) {
        if (isOfferedAnew) {
            find.clear();
            boolean isLong = model.options().features().size() >= MANY;
            Choices.show(find, isLong);
            Choices.show(many, isLong);
            hold(isLong);
            offer();
        }
        showWords();
    }

    /** Few stand in full, since a pane that scrolls does not ask how high its content becomes at its width. */
    private void hold(boolean isLong) {
        many.setContent(null);
        choice.getChildren().remove(features);
        if (isLong) {
            many.setContent(features);
        } else {
            choice.getChildren().add(features);
        }
    }

    private void showWords() {
        var words = model.options();
        options.setSubtitle((words.inWords() + ". " + words.way()).strip());
    }

    /** Shows the features whose names hold what is typed. */
    private void offer() {
        var found = model.options().matching(find.getText());
        features.getChildren()
                .setAll(found.stream().map(OptionControls::feature).toList());
        boolean isNone = found.isEmpty();
        none.setVisible(isNone);
        none.setManaged(isNone);
        none.setText(isNone ? Texts.of("clusters.noSuchFeature", find.getText().strip()) : "");
    }
}
