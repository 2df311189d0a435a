package corymb.ui.history;

import corymb.chart.Numbers;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.InspectorSide;
import corymb.ui.kit.Texts;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** How a step was made: what decided it, what came of it, what it was made of, and the command that does the same. */
final class StepInspector {
    private final InspectorSide side;
    private final HistoryModel model;
    private final Dialogs dialogs;

    StepInspector(InspectorSide side, HistoryModel model, Dialogs dialogs) {
        this.side = side;
        this.model = model;
        this.dialogs = dialogs;
    }

    void show(HistoryStep step) {
        var parts = new ArrayList<Node>();
        step.made().ifPresent(made -> {
            parts.add(line(Fact.of("history.when", Numbers.local().time(made.at(), ZoneId.systemDefault()))));
            parts.add(line(Fact.of(
                    "history.took", Numbers.local().duration(Duration.ofMillis(Math.round(made.seconds() * 1000))))));
        });
        parts.add(heading("history.howMade"));
        model.facts(step).forEach(fact -> parts.add(line(fact)));
        var inputs = model.inputs(step);
        if (!inputs.isEmpty()) {
            parts.add(heading("history.inputs"));
            inputs.forEach(input -> parts.add(wrapped(input, "")));
        }
        model.command(step).ifPresent(command -> {
            parts.add(heading("history.command"));
            parts.add(wrapped(command, "mono"));
            parts.add(button("history.copyCommand", () -> dialogs.copy(command)));
        });
        if (step.place() != model.present()) {
            parts.add(button("history.go", () -> model.goTo(step.place())));
        }
        side.open(step.change().label()).getParts().addAll(parts);
    }

    private static Node heading(String key) {
        return wrapped(Texts.of(key), "strong");
    }

    /** Name over value: values such as rules and lists of features are long. */
    private static Node line(Fact fact) {
        return new VBox(wrapped(fact.name(), "small-muted"), wrapped(fact.value(), ""));
    }

    private static Label wrapped(String text, String style) {
        var label = new Label(text);
        label.setWrapText(true);
        if (!style.isEmpty()) {
            label.getStyleClass().add(style);
        }
        return label;
    }

    private static Button button(String key, Runnable action) {
        var button = new Button(Texts.of(key));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
