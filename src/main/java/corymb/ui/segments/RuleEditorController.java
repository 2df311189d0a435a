package corymb.ui.segments;

import corymb.chart.Numbers;
import corymb.segment.Suggestion;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Texts;
import corymb.ui.kit.Toast;
import corymb.work.Outcome;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.util.Duration;

/** Ties the rule that is being typed to its model. */
public final class RuleEditorController {
    private static final Duration WHILE_TYPING = Duration.millis(150);
    private static final int MOST_COMPLETIONS = 12;

    private final RuleEditorModel model;
    private final PauseTransition typing = new PauseTransition(WHILE_TYPING);

    @FXML
    private TextArea text;

    @FXML
    private FlowPane completions;

    @FXML
    private Label place;

    @FXML
    private Label fault;

    @FXML
    private Label words;

    @FXML
    private Label count;

    @FXML
    private TextField name;

    @FXML
    private Button save;

    public RuleEditorController(RuleEditorModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        text.textProperty().bindBidirectional(model.textProperty());
        name.textProperty().bindBidirectional(model.nameProperty());
        typing.setOnFinished(_ -> model.read());
        text.textProperty().addListener((_, _, _) -> typing.playFromStart());
        text.caretPositionProperty().addListener((_, _, _) -> complete());
        text.focusedProperty().addListener((_, _, _) -> complete());
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        model.faultProperty().addListener((_, _, found) -> show(found));
        model.misfitProperty()
                .addListener((_, _, _) -> show(model.faultProperty().get()));
        model.countedProperty().addListener((_, _, counted) -> count(counted));
        model.ruleProperty().subscribe(_ -> {
            count(model.countedProperty().get());
            words.setText(model.inWords());
        });
        Choices.shownWhile(words, words.textProperty().isNotEmpty());
        model.editsProperty().addListener((_, _, _) -> text.requestFocus());
        save.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.ruleProperty().get().isEmpty()
                                || model.nameProperty().get().isBlank(),
                        model.ruleProperty(),
                        model.nameProperty()));
        show(model.faultProperty().get());
        count(model.countedProperty().get());
    }

    private void show(Optional<RuleFault> found) {
        place.setText(found.map(RuleFault::picture).orElse(""));
        fault.setText(
                found.map(RuleFault::message).orElse(model.misfitProperty().get()));
        for (var label : List.of(place, fault)) {
            label.setVisible(!label.getText().isEmpty());
            label.setManaged(label.isVisible());
        }
    }

    private void count(Optional<Counted> counted) {
        var numbers = Numbers.local();
        count.setText(counted.map(answer -> Texts.of(
                        "segments.liveCount",
                        numbers.count(answer.members()),
                        numbers.count(answer.population()),
                        numbers.percent(answer.share().value())))
                .orElse(Texts.of("segments.noCount")));
        save.setText(counted.map(answer -> Texts.of("segments.saveCounted", numbers.count(answer.members())))
                .orElse(Texts.of("segments.save")));
    }

    /** Offers what could stand at the caret; a click or the tab key puts it there. */
    private void complete() {
        var offered = text.isFocused() ? model.suggestions(text.getCaretPosition()) : List.<Suggestion>of();
        if (!text.isFocused() && !completions.getChildren().isEmpty()) {
            return;
        }
        completions
                .getChildren()
                .setAll(offered.stream()
                        .limit(MOST_COMPLETIONS)
                        .map(this::button)
                        .toList());
    }

    private Button button(Suggestion suggestion) {
        var button = new Button(suggestion.text());
        button.getStyleClass().addAll("small", "mono", "completion");
        button.setMnemonicParsing(false);
        button.setFocusTraversable(false);
        button.setOnAction(_ -> accept(suggestion));
        return button;
    }

    private void accept(Suggestion suggestion) {
        text.replaceText(suggestion.from(), suggestion.to(), suggestion.text() + " ");
        text.requestFocus();
        complete();
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isShiftDown()) {
            var offered = model.suggestions(text.getCaretPosition());
            boolean isBegun = !offered.isEmpty()
                    && offered.getFirst().from() < offered.getFirst().to();
            if (isBegun) {
                event.consume();
                accept(offered.getFirst());
            }
        }
    }

    @FXML
    private void save() {
        var named = model.nameProperty().get().strip();
        model.save(outcome -> {
            switch (outcome) {
                case Outcome.Done<?> _ -> Toast.show(text, Texts.of("segments.saved", named));
                case Outcome.Failed<?>(var problem) -> model.misfitProperty().set(problem.line());
                case Outcome.Broken<?> _ -> model.misfitProperty().set(Texts.of("kit.brokenRemedy"));
                case Outcome.Cancelled<?> _ -> {}
            }
        });
    }
}
