package corymb.ui.clusters;

import corymb.chart.Numbers;
import corymb.chart.Trait;
import corymb.clustering.ClusterProfile;
import corymb.clustering.Soundness;
import corymb.ui.kit.Inspector;
import corymb.ui.kit.InspectorSide;
import corymb.ui.kit.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** What stands at the right of the page of groups. */
final class ClusterInspector {
    private final InspectorSide side;

    ClusterInspector(InspectorSide side) {
        this.side = side;
    }

    /** What can be done with a group. */
    record Doing(Runnable makeSegment, Consumer<String> rename) {}

    void group(ClusterProfile group, List<Trait> traits, Soundness soundness, Doing doing) {
        var panel = side.open(group.name());
        var make = new Button(Texts.of("people.make"));
        make.setOnAction(_ -> doing.makeSegment().run());
        panel.getParts()
                .addAll(
                        name(group, doing.rename()),
                        fact("clusters.customers", Numbers.local().count(group.size())),
                        fact(
                                "clusters.share",
                                Numbers.local().percent(group.share().value())),
                        fact("clusters.rule", "cluster = " + group.cluster()));
        if (soundness.isKnown()) {
            panel.getParts().add(fact("clusters.stability", SoundnessWords.share(soundness, group.cluster())));
        }
        panel.getParts().addAll(make, heading("clusters.against"));
        traits.stream().map(ClusterInspector::fact).forEach(panel.getParts()::add);
    }

    private static Node name(ClusterProfile group, Consumer<String> rename) {
        var name = new TextField(group.name());
        name.setId("groupName");
        name.setAccessibleText(Texts.of("clusters.name"));
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        var button = new Button(Texts.of("clusters.rename"));
        button.setId("renameGroup");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(_ -> rename.accept(name.getText()));
        name.setOnAction(_ -> button.fire());
        var line = new HBox(name, button);
        line.getStyleClass().add("near");
        return line;
    }

    /** The raw column stands in the tooltip. */
    private static Node fact(Trait trait) {
        var fact = Inspector.fact(trait.feature(), trait.text());
        Tooltip.install(fact, new Tooltip(Texts.of("features.nameInRules", trait.column())));
        return fact;
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
