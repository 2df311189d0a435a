package corymb.ui.history;

import corymb.ui.kit.ExplanationPanel;
import corymb.ui.kit.InspectorSide;
import corymb.ui.kit.Texts;
import javafx.scene.control.Button;

/** How a step was made, and the way to it. */
final class StepInspector {
    private final InspectorSide side;
    private final HistoryModel model;

    StepInspector(InspectorSide side, HistoryModel model) {
        this.side = side;
        this.model = model;
    }

    void show(HistoryStep step) {
        var parts = side.open(step.change().label()).getParts();
        if (model.canGoTo(step.place())) {
            var go = new Button(Texts.of("history.go"));
            go.setMaxWidth(Double.MAX_VALUE);
            go.setOnAction(_ -> model.goTo(step.place()));
            parts.add(go);
        }
        parts.addAll(ExplanationPanel.parts(model.explanation(step)));
    }
}
