package corymb.ui.segments;

import corymb.ui.kit.Choices;
import corymb.ui.kit.FindBox;
import corymb.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;

/** Which events of a type are meant: all, or those of which something is asked in one of their columns. */
final class EventFilter {
    private static final double WIDTH = 170;

    private final ComboBox<Optional<FieldChoice>> column = new FindBox<>();
    private Optional<FieldAsked> filter = Optional.empty();

    /**
     * Begins with all.
     *
     * @param place where what is asked of a chosen column comes to stand, last
     */
    EventFilter(List<FieldChoice> columns, ObservableList<Node> place, Runnable whenChanged) {
        column.getItems().add(Optional.empty());
        columns.forEach(choice -> column.getItems().add(Optional.of(choice)));
        column.setConverter(
                Choices.inWords(chosen -> chosen.map(FieldChoice::toString).orElse(Texts.of("segments.deed.all"))));
        column.setValue(Optional.empty());
        column.setPrefWidth(WIDTH);
        column.setAccessibleText(Texts.of("segments.deed.where"));
        column.valueProperty().addListener((_, _, chosen) -> {
            filter.ifPresent(asked -> place.removeAll(asked.nodes()));
            filter = chosen.map(field -> new FieldAsked(field, whenChanged));
            filter.ifPresent(asked -> place.addAll(asked.nodes()));
            whenChanged.run();
        });
    }

    /** The box the column is chosen in. */
    ComboBox<Optional<FieldChoice>> column() {
        return column;
    }

    void fill(FieldCondition condition) {
        column.getItems().stream()
                .filter(choice -> choice.map(FieldChoice::field).equals(Optional.of(condition.field())))
                .findFirst()
                .ifPresent(column::setValue);
        filter.ifPresent(shown -> shown.fill(condition));
    }

    /** What is asked; empty where all are meant. */
    Optional<FieldCondition> stated() {
        return filter.map(FieldAsked::stated);
    }
}
