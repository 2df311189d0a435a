package corymb.ui.segments;

import corymb.chart.Numbers;
import corymb.chart.PathWords;
import corymb.path.Leaving;
import corymb.ui.kit.Texts;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** What those did next who left a funnel, step by step; each number opens its people. */
public final class LeavingList extends VBox {
    private static final double GAP = 12;

    public LeavingList() {
        getStyleClass().add("near");
    }

    void show(FunnelModel model) {
        getChildren().clear();
        model.countedProperty()
                .get()
                .ifPresent(found -> found.leaving().forEach(left -> {
                    var step = PathWords.named(found.funnel().plan().steps(), left.step());
                    getChildren().add(line(left, step, model));
                }));
    }

    private static Node line(Leaving left, String step, FunnelModel model) {
        var line = new FlowPane(GAP, 0);
        line.getChildren()
                .add(MovedCauses.link(
                        Texts.of("funnel.leftCount", count(left.people()), step),
                        () -> model.open(left.step(), true),
                        left.people()));
        left.next()
                .forEach(next -> line.getChildren()
                        .add(MovedCauses.link(
                                PathWords.next(next.type()) + " " + count(next.people()),
                                () -> model.openNext(left.step(), next.type()),
                                next.people())));
        rest(line, "funnel.else", left.others());
        rest(line, "funnel.nothing", left.nothing());
        rest(line, "funnel.notYet", left.notYet());
        return line;
    }

    private static void rest(FlowPane line, String key, long people) {
        if (people > 0) {
            var label = new Label(Texts.of(key, count(people)));
            label.getStyleClass().add("muted");
            line.getChildren().add(label);
        }
    }

    private static String count(long people) {
        return Numbers.local().count(people);
    }
}
