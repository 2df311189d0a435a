package corymb.ui.segments;

import corymb.chart.Numbers;
import corymb.chart.PathWords;
import corymb.path.Leaving;
import corymb.path.Steps;
import corymb.project.PathSteps.CountedFunnel;
import corymb.ui.kit.Texts;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** What those did next who left a funnel, step by step; each number opens its people. */
public final class LeavingList extends VBox {
    private static final double GAP = 12;

    public LeavingList() {
        getStyleClass().add("near");
    }

    void show(CountedFunnel found, FunnelModel model) {
        var steps = found.funnel().plan().steps();
        getChildren()
                .setAll(found.leaving().stream()
                        .map(left -> line(left, steps, model))
                        .toList());
    }

    private static Node line(Leaving left, Steps steps, FunnelModel model) {
        var line = new FlowPane(GAP, 0);
        line.getChildren()
                .add(MovedCauses.link(
                        Texts.of("funnel.leftCount", count(left.people()), PathWords.named(steps, left.step())),
                        () -> model.open(left.step(), true),
                        left.people()));
        left.did()
                .forEach(did -> line.getChildren()
                        .add(MovedCauses.link(
                                PathWords.after(did.after(), steps, left.step()) + " " + count(did.people()),
                                () -> model.openNext(left, did.after()),
                                did.people())));
        return line;
    }

    private static String count(long people) {
        return Numbers.local().count(people);
    }
}
