package corymb.ui.features;

import corymb.chart.Numbers;
import corymb.table.Zones;
import corymb.ui.kit.Card;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Columns;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.FindBox;
import corymb.ui.kit.Texts;
import corymb.ui.kit.TypingPause;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextField;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;

/** Ties the choices before features are computed to the model: the gallery, the day and what a purchase is. */
public final class FeatureOptionsController {
    private final FeaturesModel features;
    private final FeatureOptions model;
    private final Dialogs dialogs;
    private final ToggleGroup shelf = new ToggleGroup();
    private final TypingPause typing = new TypingPause();

    @FXML
    private Card options;

    @FXML
    private Button own;

    @FXML
    private ToggleButton more;

    @FXML
    private DatePicker lastDay;

    @FXML
    private FindBox<String> zone;

    @FXML
    private Node purchases;

    @FXML
    private ComboBox<String> purchase;

    @FXML
    private Node finder;

    @FXML
    private TextField find;

    @FXML
    private Node gallery;

    @FXML
    private FlowPane shelves;

    @FXML
    private Columns definitions;

    @FXML
    private Node nothing;

    public FeatureOptionsController(FeaturesModel features, Dialogs dialogs) {
        this.features = features;
        this.model = features.options();
        this.dialogs = dialogs;
    }

    @FXML
    private void initialize() {
        Choices.shownWhile(own, model.hasEventsProperty());
        more.selectedProperty().addListener((_, _, _) -> openUsable());
        Choices.shownWhile(gallery, more.selectedProperty());
        Choices.shownWhile(finder, more.selectedProperty());
        Choices.shownWhile(nothing, Bindings.isEmpty(definitions.getChildren()));
        Choices.shownWhile(purchases, Bindings.isNotEmpty(model.types()));
        Choices.follow(purchase, model.types(), model.purchaseProperty());
        zone.getItems().setAll(Zones.places());
        zone.valueProperty().bindBidirectional(features.zoneProperty());
        lastDay.valueProperty()
                .addListener((_, _, day) -> model.lastDayProperty().set(Optional.ofNullable(day)));
        model.lastDayProperty().subscribe(day -> day.ifPresent(lastDay::setValue));
        for (var each : Shelf.values()) {
            shelves.getChildren().add(button(each));
        }
        shelf.selectToggle(shelf.getToggles().getFirst());
        shelf.selectedToggleProperty().addListener((_, before, now) -> shelfChosen(before == null ? now : before, now));
        find.textProperty().addListener((_, _, _) -> typing.then(this::showDefinitions));
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

    /** The gallery opens where there is something to choose. */
    private void openUsable() {
        var usable = model.usable((Shelf) shelf.getSelectedToggle().getUserData());
        shelf.getToggles().stream()
                .filter(toggle -> toggle.getUserData() == usable)
                .forEach(shelf::selectToggle);
    }

    /** One shelf is always open; opening another ends the search. */
    private void shelfChosen(Toggle before, Toggle now) {
        if (now == null) {
            shelf.selectToggle(before);
        } else {
            find.clear();
            showDefinitions();
        }
    }

    private ToggleButton button(Shelf each) {
        var button = new ToggleButton();
        button.setUserData(each);
        button.setToggleGroup(shelf);
        button.setMnemonicParsing(false);
        button.getStyleClass().add("small");
        button.textProperty().bind(Bindings.createStringBinding(() -> model.words(each), model.definitions()));
        Choices.shownWhile(button, Bindings.createBooleanBinding(() -> model.isThere(each), model.definitions()));
        return button;
    }

    private String chosen() {
        return model.lastDayProperty()
                .get()
                .map(day -> Texts.of(
                        model.types().isEmpty() ? "features.chosenOfProfiles" : "features.chosen",
                        Numbers.local().count(model.chosen().size()),
                        Numbers.local().date(day),
                        model.purchaseProperty().get()))
                .orElseGet(() -> Texts.of("features.waiting"));
    }

    private void showDefinitions() {
        var open = (Shelf) shelf.getSelectedToggle().getUserData();
        definitions
                .getChildren()
                .setAll(model.shown(open, find.getText()).stream()
                        .map(choice -> new FeatureEntry(choice, this::define))
                        .toList());
    }

    @FXML
    private void define() {
        define(DefinitionDraft.empty());
    }

    private void define(DefinitionDraft draft) {
        DefinitionSheet.show(features, draft, dialogs, options);
    }
}
