package corymb.ui.segments;

import corymb.ui.kit.FindBox;
import corymb.ui.kit.Texts;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A condition that is clicked together: what it is about, and what is asked of that, in two lines where there is little room. */
final class ConditionRow extends HBox implements PartBox {
    private static final double TOPIC_WIDTH = 240;
    private static final double WIDTH = 1000;
    private static final double GAP = 8;

    private final RuleBuilder builder;
    private final ComboBox<Topic> topic = new FindBox<>();
    private final FlowPane place = new FlowPane();
    private final VBox lines = new VBox(place);
    private Optional<Asked> asked = Optional.empty();
    private Optional<ScopeLine> scope = Optional.empty();

    ConditionRow(RuleBuilder builder) {
        this.builder = builder;
        getStyleClass().add("condition");
        topic.getItems().setAll(builder.topics().all());
        topic.setPromptText(Texts.of("segments.chooseField"));
        topic.setAccessibleText(Texts.of("segments.chooseField"));
        topic.setPrefWidth(TOPIC_WIDTH);
        topic.valueProperty().addListener((_, _, chosen) -> show(Asked.of(chosen, this::changed)));
        place.getChildren().add(topic);
        place.setPrefWrapLength(WIDTH);
        place.setMinWidth(0);
        lines.widthProperty().addListener((_, _, width) -> place.setPrefWrapLength(width.doubleValue()));
        place.setHgap(GAP);
        place.setVgap(GAP);
        place.setRowValignment(VPos.CENTER);
        lines.getStyleClass().add("tight");
        lines.setMinWidth(0);
        HBox.setHgrow(lines, Priority.ALWAYS);
        setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(builder.grip(this), lines, builder.remover(this, "segments.removeCondition"));
        builder.takesParts(this);
    }

    private void show(Asked part) {
        asked = Optional.of(part);
        line(part);
        part.nodes().addListener((ListChangeListener<Node>) _ -> line(part));
        var line = new ScopeLine(part);
        scope = Optional.of(line);
        lines.getChildren().setAll(place);
        lines.getChildren().addAll(part.below());
        lines.getChildren().add(line);
        changed();
    }

    private void changed() {
        scope.ifPresent(
                line -> line.show(part().flatMap(Part::rule), builder.topics().asOf()));
        builder.changed();
    }

    private void line(Asked part) {
        // What is pasted takes several lines, beside the first of which stands what it is about.
        place.setRowValignment(part instanceof ListedAsked ? VPos.TOP : VPos.CENTER);
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
                    show(Asked.of(one, condition, this::changed));
                });
    }

    @Override
    public Optional<Part> part() {
        return asked.flatMap(Asked::condition).map(Part.One::new);
    }
}
