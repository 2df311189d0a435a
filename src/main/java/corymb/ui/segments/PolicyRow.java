package corymb.ui.segments;

import corymb.chart.Numbers;
import corymb.segment.PolicyEffect.Line;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Drag;
import corymb.ui.kit.FindBox;
import corymb.ui.kit.Icons;
import corymb.ui.kit.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A segment in the order in which they take: moved by dragging, by its buttons, or by Alt and an arrow; and what becomes of it. */
final class PolicyRow extends HBox {
    private static final double FIELD_WIDTH = 220;

    private final PolicyModel model;
    private final String segment;
    private final Label counts = new Label();
    private final Label moves = new Label();

    PolicyRow(PolicyModel model, String segment, int place) {
        this.model = model;
        this.segment = segment;
        getStyleClass().addAll("near", "policy-row");
        setAlignment(Pos.CENTER_LEFT);
        setFocusTraversable(true);
        setAccessibleText(Texts.of("policy.rowOf", place, segment));
        var rank = new Label(place + ".");
        rank.getStyleClass().add("muted");
        rank.getStyleClass().add("policy-rank");
        var name = new Label(segment);
        name.getStyleClass().add("strong");
        counts.setMinWidth(USE_PREF_SIZE);
        moves.getStyleClass().add("muted");
        moves.setWrapText(true);
        var words = new VBox(name, moves);
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(rank, words, counts);
        if (model.kindProperty().get() == PolicyModel.Kind.SCORE) {
            getChildren().add(fields());
        }
        if (model.kindProperty().get() != PolicyModel.Kind.MANY) {
            var up = Icons.button("fth-arrow-up", Texts.of("policy.raise", segment), () -> model.raise(segment, 1));
            var down =
                    Icons.button("fth-arrow-down", Texts.of("policy.lower", segment), () -> model.raise(segment, -1));
            up.setDisable(place == 1);
            down.setDisable(place == model.orderProperty().get().size());
            getChildren().addAll(up, down);
            draggable();
            addEventHandler(KeyEvent.KEY_PRESSED, this::keyPressed);
        }
    }

    String segment() {
        return segment;
    }

    void show(Line line) {
        var numbers = Numbers.local();
        counts.setText(
                line.before() == line.after()
                        ? numbers.count(line.before())
                        : numbers.count(line.before()) + " → " + numbers.count(line.after()));
        moves.setText(model.moves(segment));
        Choices.show(moves, !moves.getText().isEmpty());
    }

    private ComboBox<String> fields() {
        var box = new FindBox<String>();
        var words = model.words();
        box.setConverter(Choices.inWords(field -> FieldChoice.title(field, words)));
        box.getItems().setAll(model.numbers());
        box.setPromptText(Texts.of("policy.chooseField"));
        box.setAccessibleText(Texts.of("policy.scoredBy", segment));
        box.setPrefWidth(FIELD_WIDTH);
        box.setMinWidth(FIELD_WIDTH);
        model.field(segment).ifPresent(box::setValue);
        box.valueProperty().addListener((_, _, field) -> model.score(segment, field));
        return box;
    }

    private void keyPressed(KeyEvent event) {
        if (event.isAltDown() && (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN)) {
            event.consume();
            model.raise(segment, event.getCode() == KeyCode.UP ? 1 : -1);
        }
    }

    private void draggable() {
        Drag.by(this, this, segment);
        Drag.onto(
                this,
                from -> from instanceof PolicyRow && !from.equals(this),
                event -> model.drop(event.getDragboard().getString(), segment));
    }
}
