package corymb.ui.segments;

import corymb.chart.Numbers;
import corymb.ui.kit.Card;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Disclosure;
import corymb.ui.kit.Scrolling;
import corymb.ui.kit.Texts;
import corymb.ui.kit.Toast;
import corymb.ui.kit.TypingPause;
import corymb.ui.session.Completions;
import corymb.ui.session.RuleFault;
import corymb.work.Outcome;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;

/** Ties the rule that is being typed to its model. */
public final class RuleEditorController {
    private final RuleEditorModel model;
    private final TypingPause typing = new TypingPause();

    @FXML
    private Card card;

    @FXML
    private TextArea text;

    @FXML
    private FlowPane completions;

    @FXML
    private Disclosure examples;

    @FXML
    private StackPane clicks;

    @FXML
    private ToggleButton byClicks;

    @FXML
    private ToggleButton asText;

    @FXML
    private Label place;

    @FXML
    private Label fault;

    @FXML
    private Label note;

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
        name.setOnAction(_ -> save.fire());
        text.textProperty().addListener((_, _, _) -> typing.then(model::read));
        faces();
        new Completions(completions, text, model::suggestions);
        RuleExamples.show(examples, model::words, example -> {
            text.replaceSelection(example);
            text.requestFocus();
        });
        model.faultProperty().addListener((_, _, found) -> show(found));
        model.misfitProperty()
                .addListener((_, _, _) -> show(model.faultProperty().get()));
        model.countedProperty().addListener((_, _, counted) -> count(counted));
        model.ruleProperty().subscribe(_ -> {
            count(model.countedProperty().get());
            words.setText(model.inWords());
        });
        RuleNotes.show(note, model.notes().textProperty());
        for (var label : List.of(words, place, fault)) {
            Choices.shownWhile(label, label.textProperty().isNotEmpty());
        }
        model.editsProperty().addListener((_, _, _) -> {
            text.requestFocus();
            Scrolling.reveal(card);
        });
        save.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.ruleProperty().get().isEmpty()
                                || model.nameProperty().get().isBlank(),
                        model.ruleProperty(),
                        model.nameProperty()));
        show(model.faultProperty().get());
        count(model.countedProperty().get());
    }

    /** The rule by clicks and as text: the same rule, of which one is in sight. */
    private void faces() {
        var builder = new RuleBuilder(model::topics, model::put);
        clicks.getChildren().setAll(builder);
        model.writtenProperty().subscribe(rule -> rule.ifPresent(builder::show));
        model.editsProperty().addListener((_, _, _) -> {
            if (model.writtenProperty().get().isEmpty()) {
                builder.clear();
            }
        });
        var face = new ToggleGroup();
        face.getToggles().setAll(byClicks, asText);
        face.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null) {
                face.selectToggle(before); // one of them is always in sight
            }
        });
        face.selectedToggleProperty()
                .addListener((_, _, _) -> show(model.faultProperty().get()));
        Choices.shownWhile(clicks, byClicks.selectedProperty());
        Choices.shownWhile(text, asText.selectedProperty());
        Choices.shownWhile(completions, asText.selectedProperty());
        Choices.shownWhile(examples, asText.selectedProperty());
        asText.setOnAction(_ -> text.requestFocus());
    }

    private void show(Optional<RuleFault> found) {
        place.setText(found.map(RuleFault::picture).orElse(""));
        var said = found.map(RuleFault::message).orElse(model.misfitProperty().get());
        fault.setText(byClicks.isSelected() && RuleBuilder.tells(clicks, said) ? "" : said);
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
