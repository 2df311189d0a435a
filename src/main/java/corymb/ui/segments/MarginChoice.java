package corymb.ui.segments;

import corymb.chart.Numbers;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;

/** How near two scores are where it is not clear to which segment a customer belongs; there while scores decide. */
public final class MarginChoice extends HBox {
    private static final double MOST = 0.3;
    private static final double STEP = 0.01;
    private static final double WIDTH = 220;

    private final Slider slider = new Slider(0, MOST, 0);
    private final Label words = new Label();

    public MarginChoice() {
        getStyleClass().add("near");
        setAlignment(Pos.CENTER_LEFT);
        slider.setId("margin");
        slider.setBlockIncrement(STEP);
        slider.setPrefWidth(WIDTH);
        slider.setAccessibleText(Texts.of("policy.margin"));
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(slider, words);
    }

    void follow(PolicyModel model) {
        Choices.shownWhile(this, model.kindProperty().map(kind -> kind == PolicyModel.Kind.SCORE));
        slider.valueProperty().addListener((_, _, value) -> {
            words.setText(Texts.of("policy.marginIs", Numbers.local().percent(rounded(value.doubleValue()))));
            take(model);
        });
        slider.valueChangingProperty().addListener((_, _, _) -> take(model));
        model.marginProperty().subscribe(margin -> slider.setValue(margin.doubleValue()));
        words.setText(Texts.of("policy.marginIs", Numbers.local().percent(slider.getValue())));
    }

    /** What is dragged through on the way counts for nothing. */
    private void take(PolicyModel model) {
        if (!slider.isValueChanging()) {
            model.marginProperty().set(rounded(slider.getValue()));
        }
    }

    private static double rounded(double share) {
        return Math.round(share / STEP) * STEP;
    }
}
