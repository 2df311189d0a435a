package corymb.ui.clusters;

import corymb.chart.Numbers;
import corymb.clustering.ClusterProfile;
import corymb.clustering.DistillationPlan;
import corymb.rule.Rule;
import corymb.rule.RuleText;
import corymb.ui.clusters.GroupRuleModel.Part;
import corymb.ui.clusters.GroupRuleModel.Told;
import corymb.ui.kit.Card;
import corymb.ui.kit.Choices;
import corymb.ui.kit.Columns;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.StatTile;
import corymb.ui.kit.Texts;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Offers to put the group that is looked into into a rule, and shows the rule and how well it tells the group. */
public final class GroupRuleCard extends VBox {
    private final Card card = new Card();
    private final Button make = new Button(Texts.of("clusters.makeRule"));
    private final ComboBox<Integer> depth = new ComboBox<>();
    private final Button save = new Button(Texts.of("clusters.saveRule"));
    private final MessageBar message = new MessageBar();
    private final VBox told = new VBox();

    public GroupRuleCard() {
        make.getStyleClass().add("small");
        make.setMinWidth(USE_PREF_SIZE);
        make.setId("makeRule");
        save.setId("saveRule");
        told.getStyleClass().add("group");
        var content = new VBox(message, told);
        content.getStyleClass().add("near");
        card.setContent(content);
        card.getActions().add(make);
        getChildren().add(card);
    }

    /** Follows the group that is looked into, and its rule; {@code saving} keeps the people who meet the rule. */
    void follow(
            GroupRuleModel model,
            ReadOnlyObjectProperty<Optional<ClusterProfile>> group,
            Dialogs dialogs,
            Runnable saving) {
        depth.getItems()
                .setAll(IntStream.rangeClosed(1, DistillationPlan.DEEPEST)
                        .boxed()
                        .toList());
        depth.setConverter(Choices.inWords(number -> Texts.of("clusters.ruleDepth", number)));
        depth.valueProperty().bindBidirectional(model.depthProperty().asObject());
        depth.setAccessibleText(Texts.of("clusters.ruleDepthOf"));
        save.setOnAction(_ -> saving.run());
        Choices.shownWhile(this, group.map(Optional::isPresent));
        Choices.shownWhile(make, model.toldProperty().map(Optional::isEmpty));
        Choices.shownWhile(told, model.toldProperty().map(Optional::isPresent));
        group.subscribe(looked -> looked.ifPresent(one -> offer(model, one)));
        model.endedProperty().addListener((_, _, outcome) -> message.show(outcome, dialogs));
        model.toldProperty().subscribe(shown -> shown.ifPresent(rule -> show(model, rule)));
    }

    private void offer(GroupRuleModel model, ClusterProfile group) {
        card.setTitle(Texts.of("clusters.ruleTitle", group.name()));
        card.setSubtitle(Texts.of("clusters.ruleMore"));
        make.setOnAction(_ -> model.make(group));
        message.hide();
    }

    private void show(GroupRuleModel model, Told shown) {
        card.setSubtitle(Texts.of(
                "clusters.ruleFidelity",
                Numbers.local().percent(shown.rules().distillation().fidelity()),
                Numbers.local().percent(shown.rules().distillation().heldOutFidelity())));
        told.getChildren().setAll(shown.rule().map(rule -> words(model, rule)).orElseGet(GroupRuleCard::none));
        shown.rule().ifPresent(_ -> told.getChildren().add(facts(model, shown)));
        var doing = new HBox(save, depth);
        doing.getStyleClass().add("near");
        doing.setAlignment(Pos.CENTER_LEFT);
        save.setDisable(shown.rule().isEmpty());
        told.getChildren().add(doing);
    }

    private static Node words(GroupRuleModel model, Rule rule) {
        var lines = new VBox();
        lines.getStyleClass().add("tight");
        var ways = model.inWords(rule);
        for (int way = 0; way < ways.size(); way++) {
            lines.getChildren()
                    .add(wrapped(Texts.of(way == 0 ? "clusters.ruleWay" : "clusters.ruleOtherWay", ways.get(way))));
        }
        var text = wrapped(RuleText.of(rule));
        text.getStyleClass().addAll("mono", "muted");
        lines.getChildren().add(text);
        return lines;
    }

    private static Label none() {
        return wrapped(Texts.of("clusters.ruleNone"));
    }

    private static Label wrapped(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinWidth(0);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private static Node facts(GroupRuleModel model, Told shown) {
        var numbers = Numbers.local();
        var fit = shown.fit();
        var heldOut = shown.heldOut();
        var columns = new Columns(
                tile(
                        "clusters.ruleCatches",
                        numbers.count(fit.caught()),
                        Texts.of(
                                "clusters.ruleOf",
                                numbers.count(shown.group().size()),
                                numbers.percent(heldOut.recall())),
                        () -> model.open(Part.MET)),
                tile(
                        "clusters.ruleMisses",
                        numbers.count(fit.missed()),
                        Texts.of("clusters.ruleMissesMore"),
                        () -> model.open(Part.MISSED)),
                tile(
                        "clusters.ruleTakesIn",
                        numbers.count(fit.strangers()),
                        Texts.of("clusters.ruleTakesInMore", numbers.percent(heldOut.precision())),
                        () -> model.open(Part.STRANGERS)));
        columns.setColumnWidth(220);
        return columns;
    }

    private static StatTile tile(String label, String number, String comparison, Runnable open) {
        var tile = new StatTile(Texts.of(label), number, comparison);
        tile.setOnOpen(_ -> open.run());
        return tile;
    }
}
