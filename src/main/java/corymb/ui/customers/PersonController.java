package corymb.ui.customers;

import corymb.ui.kit.Card;
import corymb.ui.kit.InspectorSide;
import corymb.ui.kit.TableGrid;
import javafx.fxml.FXML;
import javafx.scene.layout.VBox;

/** Ties the customer who is looked at to the model. */
public final class PersonController {
    private final CustomersModel model;
    private final InspectorSide side;

    @FXML
    private Card factsCard;

    @FXML
    private VBox facts;

    @FXML
    private TableGrid events;

    public PersonController(CustomersModel model, InspectorSide side) {
        this.model = model;
        this.side = side;
    }

    @FXML
    private void initialize() {
        model.personProperty().addListener((_, _, person) -> person.ifPresent(this::show));
    }

    private void show(Person person) {
        factsCard.setTitle(person.id());
        facts.getChildren().setAll(PersonFacts.of(person));
        events.show(person.events());
        side.open(person.id()).getParts().setAll(PersonFacts.of(person));
    }
}
