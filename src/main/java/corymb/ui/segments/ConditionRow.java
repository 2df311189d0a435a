package corymb.ui.segments;

import corymb.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A condition that is clicked together: what it is about, and what is asked of that, in two lines where there is little room. */
final class ConditionRow extends HBox implements PartBox {
    private static final double TOPIC_WIDTH = 240;
    private static final double WIDTH = 1000;
    private static final double GAP = 8;

    private final RuleBuilder builder;
    private final ComboBox<Topic> topic = new ComboBox<>();
    private final FlowPane place = new FlowPane();
    private Optional<Asked> asked = Optional.empty();

    ConditionRow(RuleBuilder builder, List<Topic> topics) {
        this.builder = builder;
        getStyleClass().add("condition");
        topic.getItems().setAll(topics);
        topic.setPromptText(Texts.of("segments.chooseField"));
        topic.setAccessibleText(Texts.of("segments.chooseField"));
        topic.setPrefWidth(TOPIC_WIDTH);
        topic.valueProperty().addListener((_, _, chosen) -> show(Asked.of(chosen, builder::changed)));
        place.getChildren().add(topic);
        place.setPrefWrapLength(WIDTH);
        place.setMinWidth(0);
        place.setHgap(GAP);
        place.setVgap(GAP);
        place.setRowValignment(VPos.CENTER);
        HBox.setHgrow(place, Priority.ALWAYS);
        setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(builder.grip(this), place, builder.remover(this, "segments.removeCondition"));
    }

    private void show(Asked part) {
        asked = Optional.of(part);
        line(part);
        part.nodes().addListener((ListChangeListener<Node>) _ -> line(part));
        builder.changed();
    }

    private void line(Asked part) {
        place.getChildren().setAll(topic);
        place.getChildren().addAll(part.nodes());
    }

    /** Fills in a condition. */
    void show(Condition condition) {
        topic.getItems().stream()
                .filter(one -> condition
                        .rule()
                        .flatMap(rule -> one.condition(rule).map(Object::getClass))
                        .equals(Optional.of(condition.getClass())))
                .filter(one -> !(one instanceof FieldChoice field)
                        || (condition instanceof FieldCondition asks
                                && asks.field().equals(field.field())))
                .findFirst()
                .ifPresent(one -> {
                    topic.setValue(one);
                    show(Asked.of(one, condition, builder::changed));
                });
    }

    @Override
    public Optional<Part> part() {
        return asked.flatMap(Asked::condition).map(Part.One::new);
    }
}
