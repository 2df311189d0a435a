package corymb.ui.segments;

import corymb.rule.Moment;
import corymb.rule.Rule;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Texts;
import corymb.ui.session.WindowWords;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** What a condition looks at as a whole, to choose where there is a choice, and from when until when. */
final class ScopeLine extends HBox {
    private final Label window = new Label();

    ScopeLine(Asked asked) {
        getStyleClass().add("near");
        setAlignment(Pos.CENTER_LEFT);
        window.getStyleClass().add("small-muted");
        window.setMinWidth(0);
        Choices.shownWhile(window, window.textProperty().isNotEmpty());
        offer(asked);
        asked.scopes().subscribe(() -> offer(asked));
        asked.scopeProperty().addListener((_, _, _) -> offer(asked));
    }

    /** Says from when until when the rule looks, which depends on the moment it looks back from. */
    void show(Optional<Rule> rule, Optional<Moment> asOf) {
        window.setText(rule.flatMap(asked -> asOf.flatMap(now -> WindowWords.of(asked, now)))
                .orElse(""));
    }

    private void offer(Asked asked) {
        var chosen = asked.scopeProperty().get();
        if (asked.scopes().size() == 1) {
            getChildren().setAll(chip(chosen), window);
            return;
        }
        var group = new ToggleGroup();
        getChildren()
                .setAll(asked.scopes().stream()
                        .map(scope -> button(scope, asked, group))
                        .toList());
        getChildren().add(window);
    }

    private static ToggleButton button(Scope scope, Asked asked, ToggleGroup group) {
        boolean isChosen = scope == asked.scopeProperty().get();
        var button = new ToggleButton(scope.toString());
        button.getStyleClass().add("chip");
        if (isChosen) {
            button.getStyleClass().add("accent");
        }
        button.setToggleGroup(group);
        button.setSelected(isChosen);
        button.setTooltip(new Tooltip(scope.help()));
        button.setAccessibleText(Texts.of("segments.scope", scope));
        button.setOnAction(_ -> {
            button.setSelected(true); // one of them always is
            asked.scopeProperty().set(scope);
        });
        return button;
    }

    /** A chip that says what is looked at where there is no choice. */
    static Label chip(Scope scope) {
        var chip = new Label(scope.toString());
        chip.getStyleClass().add("chip");
        chip.setMinWidth(USE_PREF_SIZE);
        chip.setTooltip(new Tooltip(scope.help()));
        return chip;
    }
}
