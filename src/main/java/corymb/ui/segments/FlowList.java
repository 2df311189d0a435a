package corymb.ui.segments;

import corymb.chart.Numbers;
import corymb.project.SegmentFlows.Flow;
import corymb.ui.kit.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** The largest flows between segments, each a line that opens its people. */
public final class FlowList extends VBox {
    private static final int MOST = 6;

    public FlowList() {
        getStyleClass().add("tight");
    }

    void clear() {
        getChildren().clear();
    }

    void show(List<Flow> flows, MovesModel model) {
        flows.stream().limit(MOST).map(flow -> line(flow, model)).forEach(getChildren()::add);
    }

    private static Node line(Flow flow, MovesModel model) {
        return MovedCauses.link(
                Texts.of(
                        "segments.moves.flowCount",
                        flow.from().orElse(Texts.of("segments.moves.none")),
                        flow.to().orElse(Texts.of("segments.moves.none")),
                        Numbers.local().count(flow.people())),
                () -> model.open(flow),
                flow.people());
    }
}
