package corymb.ui.segments;

import corymb.chart.Numbers;
import corymb.segment.Overlap;
import corymb.segment.PolicyEffect;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.Navigator;
import corymb.ui.kit.Texts;
import corymb.ui.segments.PolicyModel.Kind;
import corymb.ui.session.PeopleCard;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** Ties the choice of who belongs where, and what it would do, to the model. */
public final class PolicyController {
    private static final int MOST_CONFLICTS = 12;

    private final PolicyModel model;
    private final Navigator navigator;
    private final Dialogs dialogs;
    private final ToggleGroup kinds = new ToggleGroup();

    @FXML
    private MessageBar policyMessage;

    @FXML
    private ToggleButton many;

    @FXML
    private ToggleButton priority;

    @FXML
    private ToggleButton score;

    @FXML
    private Label meaning;

    @FXML
    private MarginChoice margin;

    @FXML
    private VBox rows;

    @FXML
    private Label several;

    @FXML
    private FlowPane conflicts;

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
        kind(many, Kind.MANY);
        kind(priority, Kind.PRIORITY);
        kind(score, Kind.SCORE);
        model.kindProperty().subscribe(kind -> {
            kinds.selectToggle(
                    switch (kind) {
                        case MANY -> many;
                        case PRIORITY -> priority;
                        case SCORE -> score;
                    });
            showOrder();
        });
        model.orderProperty().addListener((_, _, _) -> showOrder());
        margin.follow(model);
        model.marginProperty().addListener((_, _, _) -> showTaken());
        model.effectProperty().subscribe(found -> found.ifPresent(this::show));
        model.takenProperty().subscribe(_ -> showTaken());
        model.outcomeProperty().addListener((_, _, outcome) -> policyMessage.show(outcome, dialogs));
        reviewed.follow(model.people(), dialogs, navigator);
    }

    private void kind(ToggleButton button, Kind kind) {
        button.setToggleGroup(kinds);
        button.setOnAction(_ -> {
            button.setSelected(true);
            model.kindProperty().set(kind);
        });
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
        conflicts
                .getChildren()
                .setAll(effect.conflicts().stream()
                        .limit(MOST_CONFLICTS)
                        .map(this::conflict)
                        .toList());
        review.setText(Texts.of("policy.reviewThem", numbers.count(effect.unclear())));
        review.setDisable(effect.unclear() == 0);
    }

    private void showLines(PolicyEffect effect) {
        rows.getChildren().stream()
                .map(PolicyRow.class::cast)
                .forEach(row -> effect.lines().stream()
                        .filter(line -> line.segment().equals(row.segment()))
                        .forEach(row::show));
    }

    private Button conflict(Overlap.Pair pair) {
        var button = new Button(Texts.of(
                "policy.conflict", pair.first(), pair.second(), Numbers.local().count(pair.both())));
        button.setMnemonicParsing(false);
        button.getStyleClass().add("small");
        button.setOnAction(_ -> model.open(pair));
        return button;
    }

    private void showTaken() {
        taken.setText(Texts.of("policy.now", model.takenInWords()));
        boolean holds = model.takenProperty().get().isPresent();
        Choices.show(takeNone, holds);
        take.setDisable(model.takenProperty().get().equals(Optional.of(model.chosen())));
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
