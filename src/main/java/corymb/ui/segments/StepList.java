package corymb.ui.segments;

import corymb.path.Steps;
import corymb.rule.Rule;
import corymb.ui.kit.Icons;
import corymb.ui.kit.Texts;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The steps of a funnel, put together by clicking. */
public final class StepList extends VBox {
    private final VBox rows = new VBox();
    private final Button add = new Button(Texts.of("funnel.addStep"));
    private Topic.Deeds deeds = new Topic.Deeds(List.of(), List.of());

    public StepList() {
        getStyleClass().add("near");
        rows.getStyleClass().add("near");
        add.getStyleClass().add("small");
        add.setOnAction(_ -> {
            add("");
            rows.getChildren().getLast().requestFocus();
        });
        getChildren().addAll(rows, add);
    }

    /** Begins anew with a step for each of these types. */
    void offer(Topic.Deeds offered, List<String> types) {
        deeds = offered;
        rows.getChildren().clear();
        types.forEach(this::add);
    }

    /** Puts a step for each of these rules. */
    void fill(List<Rule> steps) {
        offer(deeds, steps.stream().map(_ -> "").toList());
        for (int i = 0; i < steps.size(); i++) {
            ((Row) rows.getChildren().get(i)).events.fill(steps.get(i));
        }
    }

    private void add(String type) {
        rows.getChildren().add(new Row(type));
        number();
    }

    private void number() {
        for (int i = 0; i < rows.getChildren().size(); i++) {
            ((Row) rows.getChildren().get(i)).number(i + 1, rows.getChildren().size());
        }
        add.setDisable(rows.getChildren().size() >= Steps.MOST);
    }

    /** What each step says; empty where one is not complete. */
    List<Optional<Rule>> rules() {
        return rows.getChildren().stream().map(row -> ((Row) row).events.rule()).toList();
    }

    private final class Row extends HBox {
        private final Label place = new Label();
        private final Button earlier = Icons.button("fth-arrow-up", Texts.of("funnel.earlier"), this::moveUp);
        private final Button remove = Icons.button("fth-x", Texts.of("funnel.removeStep"), this::leave);
        private final WhichEvents events;

        Row(String type) {
            events = new WhichEvents(deeds, type);
            getStyleClass().add("near");
            setAlignment(Pos.CENTER_LEFT);
            place.setMinWidth(USE_PREF_SIZE);
            place.getStyleClass().add("muted");
            HBox.setHgrow(events, Priority.ALWAYS);
            getChildren().addAll(place, events, earlier, remove);
        }

        private void moveUp() {
            int at = rows.getChildren().indexOf(this);
            rows.getChildren().remove(this);
            rows.getChildren().add(at - 1, this);
            StepList.this.number();
        }

        private void leave() {
            rows.getChildren().remove(this);
            StepList.this.number();
        }

        void number(int number, int of) {
            place.setText(Texts.of("funnel.step", number));
            earlier.setDisable(number == 1);
            remove.setDisable(of <= Steps.FEWEST);
        }
    }
}
