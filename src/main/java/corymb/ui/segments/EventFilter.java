package corymb.ui.segments;

import corymb.ui.kit.Choices;
import corymb.ui.kit.FindBox;
import corymb.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Which events of a type are meant: all, or those of which something is asked in some of their columns. */
final class EventFilter {
    private static final double WIDTH = 170;

    private final List<FieldChoice> columns;
    private final ObservableList<Node> place;
    private final boolean tellsScope;
    private final Runnable whenChanged;
    private final List<Line> lines = new ArrayList<>();

    /**
     * Begins with all; each column that is chosen offers a further one. Offers nothing where there are no columns.
     *
     * @param place where it comes to stand, last
     * @param tellsScope whether it says that each event is looked at by itself, where others look at customers or sessions
     */
    EventFilter(List<FieldChoice> columns, ObservableList<Node> place, boolean tellsScope, Runnable whenChanged) {
        this.columns = columns;
        this.place = place;
        this.tellsScope = tellsScope;
        this.whenChanged = whenChanged;
        if (!columns.isEmpty()) {
            offerOneMore();
        }
    }

    private void offerOneMore() {
        var line = new Line();
        lines.add(line);
        place.add(line.head);
        renumber();
    }

    private void changed(Line line) {
        boolean isLast = line.equals(lines.getLast());
        if (line.asked.isPresent() && isLast) {
            offerOneMore();
        } else if (line.asked.isEmpty() && !isLast) {
            lines.remove(line);
            place.remove(line.head);
            renumber();
        }
        whenChanged.run();
    }

    private void renumber() {
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).number(i);
        }
    }

    void fill(List<FieldCondition> conditions) {
        for (var condition : conditions) {
            if (!lines.isEmpty()) {
                lines.getLast().fill(condition);
            }
        }
    }

    /** What is asked, all of which is to hold; nothing where all events are meant. */
    List<FieldCondition> stated() {
        return lines.stream()
                .flatMap(line -> line.asked.stream())
                .map(FieldAsked::stated)
                .toList();
    }

    /** One column, and what is asked of it. */
    private final class Line {
        private final Label word = Asked.word("");
        private final Label scope = ScopeLine.chip(Scope.EVENT);
        private final ComboBox<Optional<FieldChoice>> column = new FindBox<>();
        private final HBox head = Asked.together(word, scope, column);
        private Optional<FieldAsked> asked = Optional.empty();

        Line() {
            column.getItems().add(Optional.empty());
            columns.forEach(choice -> column.getItems().add(Optional.of(choice)));
            column.setValue(Optional.empty());
            column.setPrefWidth(WIDTH);
            column.setAccessibleText(Texts.of("segments.deed.where"));
            column.valueProperty().addListener((_, _, chosen) -> choose(chosen));
        }

        private void choose(Optional<FieldChoice> chosen) {
            asked.ifPresent(before -> place.removeAll(before.nodes()));
            asked = chosen.map(field -> new FieldAsked(field, whenChanged));
            asked.ifPresent(now -> place.addAll(place.indexOf(head) + 1, now.nodes()));
            changed(this);
        }

        void number(int number) {
            word.setText(Texts.of(number == 0 ? "segments.deed.where" : "segments.and"));
            Choices.show(scope, tellsScope && number == 0);
            var none = Texts.of(number == 0 && lines.size() == 1 ? "segments.deed.all" : "segments.deed.noMore");
            column.setConverter(
                    Choices.inWords(chosen -> chosen.map(FieldChoice::toString).orElse(none)));
        }

        void fill(FieldCondition condition) {
            column.getItems().stream()
                    .filter(choice -> choice.map(FieldChoice::field).equals(Optional.of(condition.field())))
                    .findFirst()
                    .ifPresent(column::setValue);
            asked.ifPresent(shown -> shown.fill(condition));
        }
    }
}
