package corymb.ui.features;

import corymb.chart.Numbers;
import corymb.ui.kit.Card;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Texts;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;

/** Ties the choices before features are computed to the model. */
public final class FeatureOptionsController {
    private static final double CHOICE_WIDTH = 190;

    /** From that many features on there is a box to find one. */
    private static final int MANY = 24;

    private final FeatureOptions model;

    @FXML
    private Card options;

    @FXML
    private ToggleButton more;

    @FXML
    private DatePicker lastDay;

    @FXML
    private ComboBox<String> purchase;

    @FXML
    private TextField find;

    @FXML
    private FlowPane definitions;

    public FeatureOptionsController(FeatureOptions model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        Choices.shownWhile(options.getContent().getParent(), more.selectedProperty());
        Choices.follow(purchase, model.types(), model.purchaseProperty());
        lastDay.valueProperty()
                .addListener((_, _, day) -> model.lastDayProperty().set(Optional.ofNullable(day)));
        model.lastDayProperty().subscribe(day -> day.ifPresent(lastDay::setValue));
        Choices.shownWhile(find, Bindings.size(model.definitions()).greaterThan(MANY));
        find.textProperty().addListener((_, _, _) -> showDefinitions());
        model.definitions().addListener((ListChangeListener<DefinitionChoice>) change -> {
            boolean isOfferedAnew = false;
            while (change.next()) {
                isOfferedAnew |= change.wasAdded() || change.wasRemoved();
            }
            if (isOfferedAnew) {
                showDefinitions();
            }
        });
        showDefinitions();
        options.subtitleProperty()
                .bind(Bindings.createStringBinding(
                        this::chosen, model.definitions(), model.lastDayProperty(), model.purchaseProperty()));
    }

    private String chosen() {
        return model.lastDayProperty()
                .get()
                .map(day -> Texts.of(
                        "features.chosen",
                        model.chosen().size(),
                        Numbers.local().date(day),
                        model.purchaseProperty().get()))
                .orElseGet(() -> Texts.of("features.waiting"));
    }

    private void showDefinitions() {
        definitions
                .getChildren()
                .setAll(model.matching(find.getText()).stream()
                        .map(FeatureOptionsController::choice)
                        .toList());
    }

    private static Node choice(DefinitionChoice choice) {
        var box = new CheckBox(choice.definition().name());
        box.setMnemonicParsing(false);
        box.setPrefWidth(CHOICE_WIDTH);
        box.setTooltip(new Tooltip(choice.definition().description()));
        box.selectedProperty().bindBidirectional(choice.chosenProperty());
        return box;
    }
}
