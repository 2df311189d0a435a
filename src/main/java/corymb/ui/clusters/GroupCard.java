package corymb.ui.clusters;

import corymb.chart.Numbers;
import corymb.chart.Trait;
import corymb.clustering.ClusterProfile;
import corymb.clustering.Soundness;
import corymb.ui.kit.Swatch;
import corymb.ui.kit.Texts;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One group in a few words; a click looks into it. */
final class GroupCard extends Button {
    private static final PseudoClass OPENED = PseudoClass.getPseudoClass("opened");
    private static final int TOLD = 3;

    private final ClusterProfile group;

    GroupCard(ClusterProfile group, List<Trait> traits, Soundness soundness, Runnable open) {
        this.group = group;
        getStyleClass().setAll("group-card");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        setOnAction(_ -> open.run());
        var numbers = Numbers.local();
        var size = Texts.of(
                group.size() == 1 ? "clusters.sizeOne" : "clusters.size",
                numbers.count(group.size()),
                numbers.percent(group.share().value()));
        var words = new VBox(head(), muted(size));
        words.getStyleClass().add("group-words");
        traits.stream().limit(TOLD).map(GroupCard::line).forEach(words.getChildren()::add);
        var chip = SoundnessWords.chip(soundness, group.cluster());
        chip.ifPresent(words.getChildren()::add);
        setGraphic(words);
        setAccessibleText(group.name() + ". " + size
                + chip.map(Label::getText).map(". "::concat).orElse(""));
    }

    void show(boolean isOpened) {
        pseudoClassStateChanged(OPENED, isOpened);
    }

    int cluster() {
        return group.cluster();
    }

    private Node head() {
        var name = new Label(group.name());
        name.getStyleClass().add("strong");
        name.setWrapText(true);
        name.setMinWidth(0);
        var head = new HBox(new Swatch(group.cluster()), name);
        head.getStyleClass().add("near");
        head.setAlignment(Pos.BASELINE_LEFT);
        return head;
    }

    private static Node line(Trait trait) {
        var line = new Label(trait.feature() + "  " + trait.text());
        line.setTooltip(new Tooltip(Texts.of("features.nameInRules", trait.column())));
        line.getStyleClass().add("small-muted");
        line.setWrapText(true);
        line.setMinWidth(0);
        line.setMinHeight(USE_PREF_SIZE);
        return line;
    }

    private static Label muted(String text) {
        var label = new Label(text);
        label.setMinWidth(0);
        return label;
    }
}
