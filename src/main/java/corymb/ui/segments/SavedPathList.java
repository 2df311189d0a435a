package corymb.ui.segments;

import corymb.chart.PathWords;
import corymb.path.CohortPlan;
import corymb.path.FunnelPlan;
import corymb.path.PathPlan;
import corymb.project.SavedPlans.Saved;
import corymb.ui.kit.Icons;
import corymb.ui.kit.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The funnels and cohorts that are kept, a line each: a click on the name counts them again. */
public final class SavedPathList extends VBox {
    public SavedPathList() {
        getStyleClass().add("tight");
    }

    void follow(PathsModel model) {
        model.savedProperty()
                .subscribe(saved -> getChildren()
                        .setAll(saved.plans().stream()
                                .map(each -> line(each, model))
                                .toList()));
    }

    private static Node line(Saved<PathPlan> saved, PathsModel model) {
        var open = FunnelStep.link(saved.name(), () -> model.open(saved));
        var asks = new Label(PathWords.plan(saved.plan()));
        asks.getStyleClass().add("muted");
        asks.setWrapText(true);
        asks.setMinWidth(0);
        asks.setMinHeight(USE_PREF_SIZE);
        asks.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(asks, Priority.ALWAYS);
        var line = new HBox(Icons.of(icon(saved.plan())), open, asks);
        line.getStyleClass().add("near");
        line.setAlignment(Pos.CENTER_LEFT);
        line.getChildren()
                .addAll(
                        Icons.button("fth-edit-2", Texts.of("paths.rename"), () -> rename(line, open, saved, model)),
                        Icons.button("fth-trash-2", Texts.of("paths.remove"), () -> model.remove(saved.name())));
        return line;
    }

    private static String icon(PathPlan plan) {
        return switch (plan) {
            case FunnelPlan _ -> "fth-filter";
            case CohortPlan _ -> "fth-repeat";
        };
    }

    /** Lets another name be typed in the place of the one there is; Esc leaves it as it was. */
    private static void rename(HBox line, Node open, Saved<PathPlan> saved, PathsModel model) {
        var place = line.getChildren().indexOf(open);
        if (place < 0) {
            return;
        }
        var name = new TextField(saved.name());
        name.setAccessibleText(Texts.of("paths.rename"));
        name.setOnAction(_ -> model.rename(saved.name(), name.getText()));
        name.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                line.getChildren().set(place, open);
                event.consume();
            }
        });
        line.getChildren().set(place, name);
        name.requestFocus();
    }
}
