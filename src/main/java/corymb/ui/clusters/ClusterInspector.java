package corymb.ui.clusters;

import corymb.chart.Numbers;
import corymb.chart.Trait;
import corymb.clustering.ClusterProfile;
import corymb.clustering.Soundness;
import corymb.ui.kit.Inspector;
import corymb.ui.kit.InspectorSide;
import corymb.ui.kit.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/** What stands at the right of the page of groups. */
final class ClusterInspector {
    private final InspectorSide side;

    ClusterInspector(InspectorSide side) {
        this.side = side;
    }

    void group(ClusterProfile group, List<Trait> traits, Soundness soundness, Runnable makeSegment) {
        var panel = side.open(group.name());
        var make = new Button(Texts.of("people.make"));
        make.setOnAction(_ -> makeSegment.run());
        panel.getParts()
                .addAll(
                        fact("clusters.customers", Numbers.local().count(group.size())),
                        fact(
                                "clusters.share",
                                Numbers.local().percent(group.share().value())),
                        fact("clusters.rule", "cluster = " + group.cluster()));
        if (soundness.isKnown()) {
            panel.getParts().add(fact("clusters.stability", SoundnessWords.share(soundness, group.cluster())));
        }
        panel.getParts().addAll(make, heading("clusters.against"));
        traits.stream()
                .map(trait -> Inspector.fact(trait.feature(), trait.text()))
                .forEach(panel.getParts()::add);
    }

    private static Node fact(String name, String value) {
        return Inspector.fact(Texts.of(name), value);
    }

    private static Label heading(String key) {
        var label = new Label(Texts.of(key));
        label.getStyleClass().add("strong");
        return label;
    }
}
