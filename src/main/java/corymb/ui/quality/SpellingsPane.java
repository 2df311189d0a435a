package corymb.ui.quality;

import corymb.chart.Numbers;
import corymb.repair.SpellingPlan;
import corymb.repair.SpellingPlan.Method;
import corymb.repair.TextRepair.Decision;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Disclosure;
import corymb.ui.kit.Texts;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Groups of spellings of the same value: whether each is merged and into what, and what becomes of each value. */
final class SpellingsPane extends VBox {
    private static final int AT_FIRST = 20;

    private final SpellingsModel model;
    private final VBox groups = new VBox();
    private final HBox all = new HBox();

    SpellingsPane(SpellingsModel model) {
        this.model = model;
        getStyleClass().add("group");
        groups.getStyleClass().add("findings");
        groups.setId("groups");
        var told = new Label();
        told.getStyleClass().add("card-title");
        told.setWrapText(true);
        told.setMinHeight(Region.USE_PREF_SIZE);
        told.textProperty().bind(model.toldProperty());
        HBox.setHgrow(told, Priority.ALWAYS);
        told.setMaxWidth(Double.MAX_VALUE);
        all.getChildren()
                .setAll(
                        told,
                        ofGroups(small("mend.mergeAll", () -> model.mergeAll(true))),
                        ofGroups(small("mend.mergeNone", () -> model.mergeAll(false))));
        all.getStyleClass().add("near");
        all.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(method(), size(Method.NGRAM), size(Method.LEVENSHTEIN), all, groups);
        model.groupsProperty().subscribe(found -> show(found, AT_FIRST));
    }

    private Node method() {
        var box = new ComboBox<Method>();
        Choices.offer(box, List.of(Method.values()), model.methodProperty(), SpellingsPane::words);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setAccessibleText(Texts.of("mend.alike"));
        var label = new Label(Texts.of("mend.alike"));
        label.getStyleClass().add("muted");
        label.setLabelFor(box);
        var named = new VBox(label, box);
        named.getStyleClass().add("near");
        return named;
    }

    /** What a method has to say on top, folded away: the usual is right for most. */
    private Node size(Method method) {
        var box = new ComboBox<Integer>();
        Choices.offer(
                box,
                IntStream.rangeClosed(1, SpellingPlan.mostOf(method)).boxed().toList(),
                model.sizeProperty(),
                size -> Numbers.local().count(size));
        var key = "mend.size." + method.name().toLowerCase(Locale.ROOT);
        box.setAccessibleText(Texts.of(key));
        var label = new Label(Texts.of(key));
        label.getStyleClass().add("muted");
        label.setLabelFor(box);
        var named = new VBox(label, box);
        named.getStyleClass().add("near");
        var folded = new Disclosure();
        folded.setTitle(Texts.of("mend.size"));
        folded.setContent(named);
        Choices.shownWhile(folded, model.methodProperty().map(chosen -> chosen == method));
        return folded;
    }

    private static String words(Method method) {
        return Texts.of("mend.alike." + method.name().toLowerCase(Locale.ROOT));
    }

    private Node ofGroups(Button button) {
        Choices.shownWhile(button, model.groupsProperty().map(found -> !found.isEmpty()));
        return button;
    }

    private static Button small(String key, Runnable run) {
        var button = new Button(Texts.of(key));
        button.getStyleClass().addAll("small", "flat");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> run.run());
        return button;
    }

    private void show(List<ValueGroup> found, int most) {
        groups.getChildren()
                .setAll(found.stream().limit(most).map(SpellingsPane::row).toList());
        if (found.size() > most) {
            var more = new Button(Texts.of(
                    "mend.moreGroups", Numbers.local().count(Math.min(AT_FIRST, found.size() - most))));
            more.getStyleClass().addAll("small", "flat");
            more.setOnAction(_ -> show(found, most + AT_FIRST));
            groups.getChildren().add(more);
        }
    }

    private static Node row(ValueGroup group) {
        var merge = new CheckBox(Texts.of("mend.mergeInto"));
        merge.setMinWidth(USE_PREF_SIZE);
        merge.selectedProperty().bindBidirectional(group.mergedProperty());
        var kept = new TextField();
        kept.textProperty().bindBidirectional(group.keptProperty());
        kept.setPromptText(Texts.of("mend.keptPrompt"));
        kept.setAccessibleText(Texts.of("mend.keptOf", group.values().getFirst().text()));
        merge.setAccessibleText(
                Texts.of("mend.mergeOf", group.values().getFirst().text()));
        HBox.setHgrow(kept, Priority.ALWAYS);
        var head = new HBox(merge, kept);
        head.getStyleClass().add("near");
        head.setAlignment(Pos.CENTER_LEFT);
        var row = new VBox(head);
        row.getStyleClass().add("value-group");
        group.values().forEach(value -> row.getChildren().add(line(value)));
        return row;
    }

    private static Node line(ValueGroup.Value value) {
        var text = new Label(MendPreview.visible(value.text()));
        text.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        text.setMinWidth(0);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        var rows = new Label(
                value.rows() == 0
                        ? ""
                        : Texts.of(
                                value.rows() == 1 ? "mend.oneRow" : "mend.manyRows",
                                Numbers.local().count(value.rows())));
        rows.getStyleClass().add("muted");
        rows.setMinWidth(USE_PREF_SIZE);
        var decision = new ComboBox<Decision>();
        Choices.offer(
                decision,
                List.of(Decision.values()),
                value.decisionProperty(),
                one -> Texts.of("mend.decision." + one.name().toLowerCase(Locale.ROOT)));
        decision.getStyleClass().add("small");
        decision.setMinWidth(USE_PREF_SIZE);
        decision.setAccessibleText(Texts.of("mend.decisionOf", value.text()));
        var line = new HBox(text, rows, decision);
        line.getStyleClass().addAll("near", "value-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
