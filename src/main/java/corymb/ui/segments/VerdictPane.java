package corymb.ui.segments;

import corymb.chart.RuleWords;
import corymb.segment.Verdict;
import corymb.ui.kit.Icons;
import corymb.ui.kit.Texts;
import corymb.ui.session.VerdictWords;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Why somebody is in a segment or not: the conditions with what they look at, and what would change it. */
final class VerdictPane extends VBox {
    private static final double INDENT = 20;

    private final VerdictWords words;

    VerdictPane(RuleEffectsModel.Answer answer, RuleWords rules) {
        words = new VerdictWords(rules);
        getStyleClass().add("near");
        boolean isMember = answer.verdict().holds();
        getChildren()
                .add(wrapped(Texts.of(isMember ? "segments.whyIn" : "segments.whyOut", answer.customer()), "strong"));
        add(answer.verdict(), 0);
        if (answer.changes().isEmpty()) {
            getChildren().add(wrapped(Texts.of("segments.whyNothing"), "muted"));
        } else {
            getChildren()
                    .add(wrapped(Texts.of(isMember ? "segments.whyWouldLeave" : "segments.whyWouldJoin"), "strong"));
            answer.changes().forEach(change -> getChildren().add(wrapped(words.of(change), "muted")));
        }
    }

    private void add(Verdict verdict, int depth) {
        var icon = Icons.of(verdict.holds() ? "fth-check" : "fth-x");
        icon.getStyleClass().add(verdict.holds() ? "holding" : "failing");
        var line = new HBox(icon, text(verdict));
        line.setAlignment(Pos.TOP_LEFT);
        line.getStyleClass().add("near");
        line.setPadding(new Insets(0, 0, 0, depth * INDENT));
        getChildren().add(line);
        if (!VerdictWords.isOneWithItsPart(verdict)) {
            verdict.parts().forEach(part -> add(part, depth + 1));
        }
    }

    private VBox text(Verdict verdict) {
        var box = new VBox(wrapped(words.of(verdict), "verdict-words"));
        words.seen(verdict).ifPresent(seen -> box.getChildren().add(wrapped(seen, "small-muted")));
        words.events(verdict).forEach(line -> box.getChildren().add(wrapped(line, "small-muted")));
        box.setMinWidth(0);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private static Label wrapped(String text, String style) {
        var label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinWidth(0);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
