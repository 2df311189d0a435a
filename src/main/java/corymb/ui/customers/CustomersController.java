package corymb.ui.customers;

import corymb.ui.customers.CustomersModel.Stage;
import corymb.ui.kit.Card;
import corymb.ui.kit.ChartPane;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.EmptyState;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.PageHeader;
import corymb.ui.kit.TableGrid;
import corymb.ui.kit.Texts;
import corymb.ui.session.StaleNote;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** Ties the page of customers to its model. */
public final class CustomersController {
    private final CustomersModel model;
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
    private VBox results;

    @FXML
    private ChartPane sources;

    @FXML
    private Card profilesCard;

    @FXML
    private Button all;

    @FXML
    private TableGrid profiles;

    @FXML
    private Node one;

    public CustomersController(CustomersModel model, Dialogs dialogs) {
        this.model = model;
        this.dialogs = dialogs;
    }

    @FXML
    private void initialize() {
        header.stateProperty().bind(model.stateProperty());
        header.actionProperty()
                .bind(Bindings.createStringBinding(
                        this::action, model.stageProperty(), model.newest().runningProperty()));
        Choices.shownWhile(missing, model.stageProperty().isNotEqualTo(Stage.BUILT));
        Choices.shownWhile(results, model.stageProperty().isEqualTo(Stage.BUILT));
        Choices.shownWhile(all, model.partProperty().map(part -> !part.equals(new Part.All())));
        Choices.shownWhile(one, model.personProperty().map(Optional::isPresent));
        profilesCard.titleProperty().bind(model.partProperty().map(Part::title));
        model.stageProperty().subscribe(this::staged);
        model.newest().endedProperty().addListener((_, _, outcome) -> message.show(outcome, dialogs));
        StaleNote.follow(staleNote, model.newest(), Texts.of("customers.stale"), model::buildOrStop);
        model.overviewProperty()
                .subscribe(found -> found.ifPresent(
                        overview -> model.newest().value().ifPresent(built -> sources.setSpec(overview.chart(built)))));
        model.rowsProperty().subscribe(rows -> rows.ifPresent(found -> profiles.show(found, model.headings()::title)));
        profiles.chosenProperty()
                .addListener((_, _, row) -> row.ifPresent(chosen -> model.open(chosen.text("customer_id"))));
        sources.onChosenProperty()
                .set(source -> model.show(
                        source.equals(Overview.NO_SOURCE) ? new Part.OnlyEvents() : new Part.OfSource(source)));
    }

    private void staged(Stage stage) {
        missing.setAction(Texts.of(stage == Stage.READY ? "customers.build" : "customers.toSources"));
    }

    private String action() {
        if (model.newest().runningProperty().get()) {
            return Texts.of("customers.stop");
        }
        return switch (model.stageProperty().get()) {
            case NO_SOURCES, READY -> "";
            case BUILT -> Texts.of("customers.rebuild");
        };
    }

    @FXML
    private void buildOrStop() {
        model.buildOrStop();
    }

    @FXML
    private void doNext() {
        switch (model.stageProperty().get()) {
            case NO_SOURCES -> model.goToSources();
            case READY, BUILT -> model.buildOrStop();
        }
    }

    @FXML
    private void showAll() {
        model.show(new Part.All());
    }
}
