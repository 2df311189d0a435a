package corymb.ui.segments;

import corymb.rule.Terms;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Texts;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;

/** A condition in the words of the rule language, for what cannot be clicked together. */
final class TextAsked extends Asked {
    private static final double WORDS_WIDTH = 520;

    private final Terms terms;
    private final TextField text = new TextField();

    TextAsked(Terms terms, Runnable whenChanged) {
        this.terms = terms;
        text.getStyleClass().add("mono");
        text.setPromptText(Texts.of("segments.rulePrompt"));
        text.setAccessibleText(Texts.of("segments.write"));
        text.setPrefWidth(WORDS_WIDTH);
        var fault = new Label();
        fault.getStyleClass().add("rule-fault");
        fault.setWrapText(true);
        fault.setPrefWidth(WORDS_WIDTH);
        fault.setMinHeight(Region.USE_PREF_SIZE);
        Choices.shownWhile(fault, fault.textProperty().isNotEmpty());
        text.textProperty().addListener((_, _, typed) -> {
            fault.setText(new TextCondition(typed, terms).fault());
            whenChanged.run();
        });
        nodes().addAll(text, fault);
    }

    void fill(TextCondition condition) {
        text.setText(condition.text());
    }

    @Override
    Optional<Condition> condition() {
        return Optional.of(new TextCondition(text.getText(), terms));
    }
}
