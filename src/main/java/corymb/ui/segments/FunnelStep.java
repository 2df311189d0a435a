package corymb.ui.segments;

import corymb.chart.Numbers;
import corymb.segment.RuleFunnel;
import corymb.ui.kit.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One condition of a rule: how many it leaves or brings, as a bar and as numbers that open their people. */
final class FunnelStep extends VBox {
    FunnelStep(RuleFunnel funnel, int place, RuleEffectsModel model) {
        getStyleClass().add("tight");
        var step = funnel.steps().get(place);
        var numbers = Numbers.local();
        var words = new Label(model.words().of(step.rule()));
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        var together = link(
                Texts.of(
                        funnel.narrows() ? "segments.funnelLeft" : "segments.funnelIn", numbers.count(step.together())),
                () -> model.openTogether(funnel, place));
        var head = new HBox(words, together);
        head.getStyleClass().add("near");
        head.setAlignment(Pos.BOTTOM_LEFT);
        var bar = new ProgressBar((double) step.together() / Math.max(1, funnel.population()));
        bar.getStyleClass().add("small");
        bar.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(head, bar);
        if (funnel.steps().size() > 1) {
            getChildren().add(further(funnel, place, model));
        }
    }

    private static HBox further(RuleFunnel funnel, int place, RuleEffectsModel model) {
        var step = funnel.steps().get(place);
        var numbers = Numbers.local();
        var alone = new Label(Texts.of("segments.funnelAlone", numbers.count(step.alone())));
        alone.getStyleClass().add("small-muted");
        var only = link(
                Texts.of(
                        funnel.narrows() ? "segments.funnelWithout" : "segments.funnelFewer",
                        numbers.count(step.onlyThis())),
                () -> model.openOnlyThis(funnel, place));
        only.setDisable(step.onlyThis() == 0);
        var line = new HBox(alone, only);
        line.getStyleClass().add("near");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /** A number that opens its people. */
    static Button link(String words, Runnable open) {
        var button = new Button(words);
        button.setMnemonicParsing(false);
        button.getStyleClass().addAll("flat", "words-link");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> open.run());
        return button;
    }
}
