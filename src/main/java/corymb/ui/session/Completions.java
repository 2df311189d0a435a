package corymb.ui.session;

import corymb.rule.Suggestion;
import java.util.List;
import java.util.function.IntFunction;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;

/** What could stand at the caret of a text; a click or the tab key puts it there. */
public final class Completions {
    private static final int MOST = 12;

    private final FlowPane place;
    private final TextArea text;
    private final IntFunction<List<Suggestion>> suggest;

    /**
     * Completes a text from now on.
     *
     * @param place where the completions are offered
     * @param suggest what could stand at a place in the text, the likeliest first
     */
    public Completions(FlowPane place, TextArea text, IntFunction<List<Suggestion>> suggest) {
        this.place = place;
        this.text = text;
        this.suggest = suggest;
        text.caretPositionProperty().addListener((_, _, _) -> offer());
        text.focusedProperty().addListener((_, _, _) -> offer());
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    /** What was offered stays while the focus is elsewhere, so that it can be clicked. */
    private void offer() {
        if (text.isFocused()) {
            place.getChildren()
                    .setAll(suggestions().stream().limit(MOST).map(this::button).toList());
        }
    }

    private List<Suggestion> suggestions() {
        return suggest.apply(text.getCaretPosition());
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
        offer();
    }

    /** The tab key completes a word that is begun, and else goes on to the next field. */
    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isShiftDown()) {
            suggestions().stream()
                    .findFirst()
                    .filter(first -> first.from() < first.to())
                    .ifPresent(first -> {
                        event.consume();
                        accept(first);
                    });
        }
    }
}
