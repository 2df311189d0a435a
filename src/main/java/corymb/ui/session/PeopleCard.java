package corymb.ui.session;

import corymb.chart.Numbers;
import corymb.segment.Segment;
import corymb.ui.kit.Card;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.Navigator;
import corymb.ui.kit.TableGrid;
import corymb.ui.kit.Texts;
import corymb.ui.kit.Toast;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The people behind what was clicked, as a table, with a button that makes a segment of them. */
public final class PeopleCard extends VBox {
    private static final double TABLE_HEIGHT = 340;
    private static final double NAME_WIDTH = 320;

    private final Card card = new Card();
    private final TextField name = new TextField();
    private final Button make = new Button(Texts.of("people.make"));
    private final MessageBar message = new MessageBar();
    private final TableGrid table = new TableGrid();

    public PeopleCard() {
        name.setPromptText(Texts.of("people.name"));
        name.setAccessibleText(Texts.of("people.name"));
        name.setPrefColumnCount(12);
        name.getStyleClass().add("small");
        make.getStyleClass().add("small");
        make.setMinWidth(USE_PREF_SIZE);
        table.setMinHeight(TABLE_HEIGHT);
        VBox.setVgrow(table, Priority.ALWAYS);
        HBox.setHgrow(name, Priority.SOMETIMES);
        name.setMaxWidth(NAME_WIDTH);
        var making = new HBox(name, make);
        making.getStyleClass().add("near");
        making.setAlignment(Pos.CENTER_LEFT);
        var content = new VBox(message, making, table);
        content.getStyleClass().add("near");
        card.setContent(content);
        VBox.setVgrow(card, Priority.ALWAYS);
        getChildren().add(card);
    }

    /** The people as rows. */
    public TableGrid table() {
        return table;
    }

    /** Shows the people of a model from now on; away before anything was clicked. */
    public void follow(PeopleModel model, Dialogs dialogs, Navigator navigator) {
        make.setOnAction(_ -> model.makeSegment(name.getText(), made -> tell(made, navigator)));
        name.setOnAction(_ -> make.fire());
        Choices.shownWhile(this, model.shownProperty().map(Optional::isPresent));
        model.endedProperty().addListener((_, _, outcome) -> message.show(outcome, dialogs));
        model.shownProperty().subscribe(shown -> shown.ifPresent(this::show));
        model.rowsProperty().subscribe(rows -> rows.ifPresent(found -> table.show(found, model.words()::brief)));
    }

    /** Makes a segment of the people who are shown, as the button does. */
    public void makeSegment() {
        make.fire();
    }

    private void show(People people) {
        card.setTitle(people.title());
        name.setText(people.name());
        message.hide();
    }

    private void tell(Segment made, Navigator navigator) {
        var words = Texts.of("people.made", made.name(), Numbers.local().count(made.count()));
        Toast.show(this, words, Texts.of("people.openSegments"), () -> navigator.go("segments"));
    }
}
