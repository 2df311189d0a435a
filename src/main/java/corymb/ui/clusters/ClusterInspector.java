package corymb.ui.clusters;

import corymb.chart.Numbers;
import corymb.clustering.ClusterProfile;
import corymb.clustering.Clustering;
import corymb.project.Made;
import corymb.ui.kit.Inspector;
import corymb.ui.kit.InspectorSide;
import corymb.ui.kit.Texts;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/** What stands at the right of the page of groups. */
final class ClusterInspector {
    private final InspectorSide side;

    ClusterInspector(InspectorSide side) {
        this.side = side;
    }

    void group(ClusterProfile group, List<Trait> traits, Runnable makeSegment) {
        var panel = side.open(group.name());
        var make = new Button(Texts.of("clusters.makeSegment"));
        make.setOnAction(_ -> makeSegment.run());
        panel.getParts()
                .addAll(
                        fact("clusters.customers", Numbers.local().count(group.size())),
                        fact(
                                "clusters.share",
                                Numbers.local().percent(group.share().value())),
                        fact("clusters.rule", "cluster = " + group.cluster()),
                        make,
                        heading("clusters.against"));
        traits.stream()
                .map(trait -> Inspector.fact(trait.feature(), trait.text()))
                .forEach(panel.getParts()::add);
    }

    /** The plan of a clustering. */
    void how(Made<Clustering> made) {
        var plan = made.value().plan();
        var panel = side.open(Texts.of("clusters.how"));
        panel.getParts()
                .addAll(
                        fact("clusters.method", Texts.of("clusters.methodName")),
                        fact("clusters.scaling", OptionControls.name(plan.scaling())),
                        fact("clusters.fewest", Integer.toString(plan.minClusters())),
                        fact("clusters.most", Integer.toString(plan.maxClusters())),
                        fact("clusters.starts", Integer.toString(plan.starts())),
                        fact("clusters.rounds", Integer.toString(plan.maxRounds())),
                        fact("clusters.seed", Long.toString(plan.seed().value())),
                        fact("clusters.tookSeconds", Numbers.local().duration(Duration.ofMillis((long)
                                (made.seconds() * 1000)))),
                        heading("clusters.features"));
        plan.features().stream().map(ClusterInspector::mono).forEach(panel.getParts()::add);
    }

    private static javafx.scene.Node fact(String name, String value) {
        return Inspector.fact(Texts.of(name), value);
    }

    private static Label heading(String key) {
        var label = new Label(Texts.of(key));
        label.getStyleClass().add("strong");
        return label;
    }

    private static Label mono(String text) {
        var label = new Label(text);
        label.getStyleClass().add("mono");
        return label;
    }
}
