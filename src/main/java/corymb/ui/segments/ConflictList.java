package corymb.ui.segments;

import corymb.chart.Numbers;
import corymb.segment.Overlap;
import corymb.ui.kit.Texts;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;

/** Pairs of segments that share customers, each a button that opens them. */
public final class ConflictList extends FlowPane {
    private static final int MOST = 12;
    private static final double BETWEEN = 8;

    public ConflictList() {
        super(BETWEEN, BETWEEN);
    }

    void show(List<Overlap.Pair> pairs, PolicyModel model) {
        getChildren()
                .setAll(pairs.stream()
                        .limit(MOST)
                        .map(pair -> button(pair, model))
                        .toList());
    }

    private static Button button(Overlap.Pair pair, PolicyModel model) {
        var button = new Button(Texts.of(
                "policy.conflict", pair.first(), pair.second(), Numbers.local().count(pair.both())));
        button.setMnemonicParsing(false);
        button.getStyleClass().add("small");
        button.setOnAction(_ -> model.open(pair));
        return button;
    }
}
