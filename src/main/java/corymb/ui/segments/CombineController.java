package corymb.ui.segments;

import corymb.segment.SegmentAlgebra.Joining;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.Drag;
import corymb.ui.kit.Navigator;
import corymb.ui.kit.Texts;
import corymb.ui.session.PeopleCard;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Ties the joining of segments to the model: a click on a segment joins it, as does dragging it onto what is joined; one dragged onto another begins anew with that. */
public final class CombineController {
    private static final double WIDEST = 260;

    private final CombineModel model;
    private final Navigator navigator;
    private final Dialogs dialogs;
    private final ToggleGroup joinings = new ToggleGroup();

    @FXML
    private ToggleButton and;

    @FXML
    private ToggleButton or;

    @FXML
    private ToggleButton minus;

    @FXML
    private FlowPane segments;

    @FXML
    private VBox expression;

    @FXML
    private Label words;

    @FXML
    private Label rule;

    @FXML
    private Label joinedCount;

    @FXML
    private HBox undoing;

    @FXML
    private PeopleCard joined;

    public CombineController(CombineModel model, Navigator navigator, Dialogs dialogs) {
        this.model = model;
        this.navigator = navigator;
        this.dialogs = dialogs;
    }

    @FXML
    private void initialize() {
        joining(and, Joining.AND);
        joining(or, Joining.OR);
        joining(minus, Joining.MINUS);
        model.namesProperty()
                .subscribe(names -> segments.getChildren()
                        .setAll(names.stream().map(this::segment).toList()));
        model.algebraProperty().subscribe(_ -> show());
        joinedCount.textProperty().bind(model.countProperty());
        Choices.shownWhile(undoing, model.algebraProperty().map(Optional::isPresent));
        joined.follow(model.people(), dialogs, navigator);
        Drag.onto(
                expression,
                this::isSegment,
                event -> model.add(event.getDragboard().getString()));
    }

    private void show() {
        words.setText(model.algebraProperty().get().isEmpty() ? Texts.of("segments.nothingJoined") : model.words());
        rule.setText(model.rule());
        Choices.show(rule, !rule.getText().isEmpty());
    }

    private void joining(ToggleButton button, Joining joining) {
        button.setToggleGroup(joinings);
        button.setSelected(model.joiningProperty().get() == joining);
        button.setOnAction(_ -> {
            button.setSelected(true);
            model.joiningProperty().set(joining);
        });
    }

    private Button segment(String name) {
        var button = new Button(name);
        button.setMnemonicParsing(false);
        button.setMaxWidth(WIDEST);
        button.getStyleClass().add("small");
        button.setTooltip(new Tooltip(Texts.of("segments.dragHint", name)));
        button.setOnAction(_ -> model.add(name));
        Drag.by(button, button, name);
        Drag.onto(
                button,
                from -> isSegment(from) && !button.equals(from),
                event -> model.drop(event.getDragboard().getString(), name));
        return button;
    }

    private boolean isSegment(Object dragged) {
        return dragged instanceof Button button && segments.getChildren().contains(button);
    }

    @FXML
    private void removeLast() {
        model.removeLast();
    }

    @FXML
    private void clear() {
        model.clear();
    }
}
