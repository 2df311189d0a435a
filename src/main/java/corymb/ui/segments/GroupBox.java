package corymb.ui.segments;

import corymb.ui.kit.Choices;
import corymb.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Spinner;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Conditions that stand together: how, the conditions, and buttons for more of them. */
final class GroupBox extends VBox implements PartBox {
    private static final int MOST = 99;

    private final RuleBuilder builder;
    private final ComboBox<Joined> joined = new ComboBox<>();
    private final Spinner<Integer> count = new Spinner<>(1, MOST, 2);
    private final VBox parts = new VBox();

    /** @param isRoot whether it is the whole rule, which can neither be moved nor removed */
    GroupBox(RuleBuilder builder, boolean isRoot) {
        this.builder = builder;
        getStyleClass().addAll("near", "rule-group");
        joined.getItems().setAll(Joined.values());
        joined.setValue(Joined.ALL);
        joined.setAccessibleText(Texts.of("segments.joined"));
        joined.valueProperty().addListener((_, _, _) -> builder.changed());
        count.setPrefWidth(72);
        count.valueProperty().addListener((_, _, _) -> builder.changed());
        Choices.shownWhile(count, joined.valueProperty().map(Joined::isCounted));
        parts.getStyleClass().add("near");
        var head = new HBox(joined, count);
        head.getStyleClass().add("near");
        head.setAlignment(Pos.CENTER_LEFT);
        if (!isRoot) {
            var space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            head.getChildren().addFirst(builder.grip(this));
            head.getChildren().addAll(space, builder.remover(this, "segments.removeGroup"));
        }
        var more = new HBox(
                button("segments.addCondition", () -> new ConditionRow(builder)), button("segments.addGroup", () -> {
                    var group = new GroupBox(builder, false);
                    group.joined.setValue(Joined.ANY);
                    group.parts().add(new ConditionRow(builder));
                    return group;
                }));
        more.getStyleClass().add("near");
        getChildren().addAll(head, parts, more);
        builder.takesParts(this);
    }

    private Button button(String key, Supplier<Node> made) {
        var button = new Button(Texts.of(key));
        button.getStyleClass().add("small");
        button.setOnAction(_ -> {
            parts().add(made.get());
            builder.changed();
        });
        return button;
    }

    /** The boxes of its parts. */
    ObservableList<Node> parts() {
        return parts.getChildren();
    }

    /** Which place among its parts is at a height of the scene. */
    int placeAt(double sceneY) {
        return (int) parts().stream()
                .filter(box -> box.localToScene(box.getLayoutBounds()).getCenterY() < sceneY)
                .count();
    }

    void show(Part.Group group) {
        joined.setValue(group.joined());
        count.getValueFactory().setValue(group.count());
        parts().setAll(group.parts().stream().map(this::box).toList());
    }

    private Node box(Part part) {
        return switch (part) {
            case Part.One(var condition) -> {
                var row = new ConditionRow(builder);
                row.show(condition);
                yield row;
            }
            case Part.Group group -> {
                var box = new GroupBox(builder, false);
                box.show(group);
                yield box;
            }
        };
    }

    @Override
    public Optional<Part> part() {
        return Optional.of(group());
    }

    Part.Group group() {
        List<Part> all =
                parts().stream().flatMap(box -> ((PartBox) box).part().stream()).toList();
        return new Part.Group(joined.getValue(), count.getValue(), all);
    }
}
