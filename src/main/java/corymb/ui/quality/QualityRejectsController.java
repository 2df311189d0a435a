package corymb.ui.quality;

import corymb.chart.Numbers;
import corymb.project.SourceChange.RowsResubmitted;
import corymb.ui.kit.Card;
import corymb.ui.kit.ChartPane;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.EditGrid;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.Scrolling;
import corymb.ui.kit.Texts;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Ties the rows of a source that were not taken to the model: why, and the grid in which they are repaired. */
public final class QualityRejectsController {
    private final RepairModel model;
    private final Dialogs dialogs;

    @FXML
    private VBox whole;

    @FXML
    private Card rejects;

    @FXML
    private MessageBar message;

    @FXML
    private ChartPane reasons;

    @FXML
    private Label place;

    @FXML
    private Button all;

    @FXML
    private Button back;

    @FXML
    private Button on;

    @FXML
    private EditGrid grid;

    @FXML
    private Button forget;

    @FXML
    private Button take;

    public QualityRejectsController(RepairModel model, Dialogs dialogs) {
        this.model = model;
        this.dialogs = dialogs;
    }

    @FXML
    private void initialize() {
        Choices.shownWhile(rejects, model.shownProperty().map(Optional::isPresent));
        Choices.shownWhile(whole, rejects.visibleProperty().or(message.visibleProperty()));
        model.shownProperty().subscribe(shown -> shown.ifPresent(this::show));
        model.repairedProperty().subscribe(count -> count(count.intValue()));
        model.endedProperty().subscribe(ended -> ended.ifPresent(outcome -> message.show(outcome, dialogs)));
        model.takenProperty().subscribe(taken -> taken.ifPresent(this::tell));
        message.visibleProperty().subscribe(isShown -> {
            if (isShown) {
                Scrolling.reveal(message);
            }
        });
        reasons.onChosenProperty().set(model::chooseReason);
        grid.setListener(model::change);
    }

    private void show(Rejects shown) {
        var numbers = Numbers.local();
        rejects.setTitle(Texts.of("quality.rejectsTitle", numbers.count(model.rejected())));
        reasons.setSpec(shown.reasons());
        var table = shown.table();
        long last = shown.from() + table.rows().size();
        place.setText(Texts.of(
                "quality.rejectsPlace",
                numbers.count(shown.from() + 1),
                numbers.count(last),
                numbers.count(shown.all())));
        Choices.show(all, !shown.reason().isEmpty());
        Choices.show(back, shown.all() > RepairModel.PAGE);
        Choices.show(on, shown.all() > RepairModel.PAGE);
        back.setDisable(shown.from() == 0);
        on.setDisable(last >= shown.all());
        grid.show(table.noteHeaders(), table.headers(), table.shown(model::repaired));
    }

    private void count(int repaired) {
        take.setDisable(repaired == 0);
        forget.setDisable(repaired == 0);
        take.setText(
                repaired == 0
                        ? Texts.of("quality.take")
                        : Texts.of(
                                repaired == 1 ? "quality.takeOne" : "quality.takeSome",
                                Numbers.local().count(repaired)));
    }

    private void tell(RowsResubmitted change) {
        var numbers = Numbers.local();
        long left = change.rows() - change.taken();
        message.show(
                left == 0 ? MessageBar.Kind.SUCCESS : MessageBar.Kind.INFO,
                Texts.of(
                        left > 0 ? "quality.takenSome" : change.rows() == 1 ? "quality.takenOne" : "quality.taken",
                        numbers.count(change.taken()),
                        numbers.count(change.rows())),
                Texts.of("quality.undoTaking"),
                model::undo);
    }

    @FXML
    private void showAll() {
        model.chooseReason("");
    }

    @FXML
    private void turnBack() {
        model.turn(-1);
    }

    @FXML
    private void turnOn() {
        model.turn(1);
    }

    @FXML
    private void forget() {
        model.forget();
    }

    @FXML
    private void take() {
        model.take();
    }
}
