package corymb.ui.segments;

import corymb.rule.ParsedRule;
import corymb.rule.Rule;
import corymb.rule.RuleParser;
import corymb.rule.RuleText;
import corymb.ui.kit.Texts;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;

/** Which events are meant: their type, and what is asked of their columns. */
final class WhichEvents extends FlowPane {
    private static final double GAP = 8;
    private static final int WORDS = 40;

    private final Topic.Deeds deeds;
    private final ComboBox<String> type;
    private final EventFilter filter;
    private Optional<TextField> words = Optional.empty();

    WhichEvents(Topic.Deeds deeds, String chosen) {
        this.deeds = deeds;
        type = Asked.eventType(deeds.types(), () -> {});
        type.getEditor().setText(chosen);
        setHgap(GAP);
        setVgap(GAP);
        setRowValignment(VPos.CENTER);
        prefWrapLengthProperty().bind(widthProperty());
        setMinWidth(0);
        getChildren().add(type);
        filter = new EventFilter(deeds.columns(), getChildren(), false, () -> {});
    }

    /** Puts what a rule over the events' columns says; in the words of rules where it cannot be clicked together. */
    void fill(Rule events) {
        DeedCondition.clicked(events, deeds.columns())
                .ifPresentOrElse(
                        clicked -> {
                            type.getEditor().setText(clicked.type());
                            filter.fill(clicked.where());
                        },
                        () -> write(RuleText.ofEvents(events)));
    }

    private void write(String text) {
        var field = Asked.typed("", Texts.of("segments.write"), WORDS, () -> {});
        field.getStyleClass().add("mono");
        field.setText(text);
        words = Optional.of(field);
        getChildren().setAll(field);
    }

    /** The rule over the events' columns that says it; empty while it is not complete. */
    Optional<Rule> rule() {
        if (words.isPresent()) {
            return RuleParser.parseEvents(words.get().getText()) instanceof ParsedRule.Parsed(var written)
                    ? Optional.of(written)
                    : Optional.empty();
        }
        return DeedCondition.events(type.getEditor().getText(), filter.stated());
    }
}
