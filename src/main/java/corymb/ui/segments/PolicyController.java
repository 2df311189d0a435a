package corymb.ui.segments;

import corymb.chart.Numbers;
import corymb.segment.PolicyEffect;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.Navigator;
import corymb.ui.kit.Scrolling;
import corymb.ui.kit.Texts;
import corymb.ui.session.PeopleCard;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Ties the choice of who belongs where, and what it would do, to the model. */
public final class PolicyController {
    private final PolicyModel model;
    private final Navigator navigator;
    private final Dialogs dialogs;

    @FXML
    private MessageBar policyMessage;

    @FXML
    private PolicyKinds kinds;

    @FXML
    private Label meaning;

    @FXML
    private MarginChoice margin;

    @FXML
    private VBox rows;

    @FXML
    private Label several;

    @FXML
    private ConflictList conflicts;

    @FXML
    private Label taken;

    @FXML
    private Button take;

    @FXML
    private Button takeNone;

    @FXML
    private Button review;

    @FXML
    private PeopleCard reviewed;

    public PolicyController(PolicyModel model, Navigator navigator, Dialogs dialogs) {
        this.model = model;
        this.navigator = navigator;
        this.dialogs = dialogs;
    }

    @FXML
    private void initialize() {
        kinds.follow(model);
        model.kindProperty().subscribe(_ -> showOrder());
        model.orderProperty().addListener((_, _, _) -> showOrder());
        margin.follow(model);
        model.marginProperty().addListener((_, _, _) -> showTaken());
        model.effectProperty().subscribe(found -> found.ifPresent(this::show));
        model.takenProperty().subscribe(_ -> showTaken());
        model.outcomeProperty().addListener((_, _, outcome) -> policyMessage.show(outcome, dialogs));
        reviewed.follow(model.people(), dialogs, navigator);
        model.people().shownProperty().subscribe(shown -> shown.ifPresent(_ -> Scrolling.reveal(reviewed)));
    }

    /** Draws the rows anew; the one that had the keys keeps them. */
    private void showOrder() {
        var focused = rows.getChildren().stream()
                .filter(row -> row.isFocusWithin() && row instanceof PolicyRow)
                .map(row -> ((PolicyRow) row).segment())
                .findFirst();
        var order = model.orderProperty().get();
        var drawn = IntStream.range(0, order.size())
                .mapToObj(place -> new PolicyRow(model, order.get(place), place + 1))
                .toList();
        rows.getChildren().setAll(drawn);
        drawn.stream().filter(row -> focused.equals(Optional.of(row.segment()))).forEach(PolicyRow::requestFocus);
        meaning.setText(Texts.of(
                switch (model.kindProperty().get()) {
                    case MANY -> "policy.manyMeaning";
                    case PRIORITY -> "policy.priorityHow";
                    case SCORE -> "policy.scoreHow";
                }));
        model.effectProperty().get().ifPresent(this::showLines);
        showTaken();
    }

    private void show(PolicyEffect effect) {
        var numbers = Numbers.local();
        showLines(effect);
        several.setText(Texts.of("policy.several", numbers.count(effect.several())));
        conflicts.show(effect.conflicts(), model);
        review.setText(Texts.of("policy.reviewThem", numbers.count(effect.unclear())));
        review.setDisable(effect.unclear() == 0);
        showTaken();
    }

    private void showLines(PolicyEffect effect) {
        rows.getChildren().stream()
                .map(PolicyRow.class::cast)
                .forEach(row -> effect.lines().stream()
                        .filter(line -> line.segment().equals(row.segment()))
                        .forEach(row::show));
    }

    private void showTaken() {
        taken.setText(Texts.of("policy.now", model.takenInWords()));
        boolean holds = model.takenProperty().get().isPresent();
        Choices.show(takeNone, holds);
        take.setDisable(!model.decides() || model.takenProperty().get().equals(Optional.of(model.chosen())));
    }

    @FXML
    private void take() {
        model.take();
    }

    @FXML
    private void takeNone() {
        model.takeNone();
    }

    @FXML
    private void review() {
        model.review();
    }
}
