package corymb.ui.quality;

import corymb.chart.Numbers;
import corymb.importing.Source;
import corymb.project.SourceChange.SourceRepaired;
import corymb.repair.Unmatched;
import corymb.ui.kit.Card;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.EmptyState;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** Ties the repairs of a source to the model: the list, its changes, and the sheet that makes a new one. */
public final class QualityRepairsController {
    private final RepairListModel model;
    private final UnmatchedModel unmatched;
    private final Dialogs dialogs;
    private final Button add = new Button(Texts.of("mend.mend"));

    @FXML
    private Card mendCard;

    @FXML
    private MessageBar message;

    @FXML
    private EmptyState empty;

    @FXML
    private VBox repairs;

    /** The place of the line that the keys go to once the list is shown anew. */
    private int followed;

    QualityRepairsController(RepairListModel model, UnmatchedModel unmatched, Dialogs dialogs) {
        this.model = model;
        this.unmatched = unmatched;
        this.dialogs = dialogs;
    }

    @FXML
    private void initialize() {
        add.getStyleClass().add("small");
        add.setMinWidth(Button.USE_PREF_SIZE);
        add.setOnAction(_ -> add());
        model.sourceProperty().subscribe(source -> source.ifPresent(this::show));
        model.endedProperty().subscribe(ended -> ended.ifPresent(outcome -> message.show(outcome, dialogs)));
        model.mendedProperty().subscribe(this::tell);
    }

    private void show(Source source) {
        var outcomes = source.repaired().outcomes();
        mendCard.setTitle(title(source));
        mendCard.getActions().setAll(outcomes.isEmpty() ? List.of() : List.of(add));
        Choices.show(empty, outcomes.isEmpty());
        repairs.getChildren().clear();
        for (var outcome : outcomes) {
            int number = repairs.getChildren().size() + 1;
            repairs.getChildren().add(new RepairLine(outcome, number, outcomes.size(), this));
        }
        if (followed > 0 && followed <= outcomes.size()) {
            repairs.getChildren().get(followed - 1).requestFocus();
        }
        followed = 0;
    }

    private static String title(Source source) {
        int steps = source.repaired().outcomes().size();
        return switch (steps) {
            case 0 -> Texts.of("mend.cardNone", source.name());
            case 1 -> Texts.of("mend.cardOne", source.name());
            default -> Texts.of("mend.card", Numbers.local().count(steps), source.name());
        };
    }

    private void tell(Optional<SourceRepaired> change) {
        if (change.isPresent()) {
            message.show(
                    MessageBar.Kind.SUCCESS, change.get().label() + ".", Texts.of("quality.undoTaking"), model::undo);
        } else {
            message.hide();
        }
    }

    void move(int number, int places) {
        followed = number + places;
        model.move(number, places);
    }

    void switchTo(int number, boolean isOn) {
        followed = number;
        model.switchTo(number, isOn);
    }

    void remove(int number) {
        model.remove(number);
    }

    /** Opens rows that the lookup at that place left without a match. */
    void open(int number, Unmatched which) {
        model.sourceProperty().get().ifPresent(source -> unmatched.open(source, number, which));
    }

    void edit(int number) {
        model.sourceProperty().get().ifPresent(source -> MendSheet.edit(model, source, number, dialogs, mendCard));
    }

    @FXML
    private void add() {
        model.sourceProperty().get().ifPresent(source -> MendSheet.add(model, source, dialogs, mendCard));
    }
}
