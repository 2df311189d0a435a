package corymb.ui.segments;

import corymb.ui.kit.Choices;
import corymb.ui.kit.Texts;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Which features segments are compared on: all, until a person leaves some out. */
public final class ComparedOn extends VBox {
    private static final int MOST_OFFERED = 200;
    private static final double BOX_WIDTH = 225;
    private static final double HEIGHT = 180;
    private static final double BETWEEN = 8;

    private final ToggleButton choosing = new ToggleButton();
    private final TextField find = new TextField();
    private final FlowPane boxes = new FlowPane(BETWEEN, BETWEEN);

    public ComparedOn() {
        getStyleClass().add("near");
        choosing.getStyleClass().add("small");
        choosing.setId("chooseCompared");
        find.setPromptText(Texts.of("compare.findFeature"));
        find.setAccessibleText(Texts.of("compare.findFeature"));
        find.getStyleClass().add("small");
    }

    void follow(CompareModel model) {
        var list = new ScrollPane(boxes);
        list.setFitToWidth(true);
        list.setMinHeight(HEIGHT);
        list.setMaxHeight(HEIGHT);
        list.getStyleClass().add("edge-to-edge");
        var bar = new HBox(find, every("compare.allIn", model, true), every("compare.allOut", model, false));
        bar.getStyleClass().add("near");
        bar.setAlignment(Pos.CENTER_LEFT);
        var choice = new VBox(bar, list);
        choice.getStyleClass().add("near");
        Choices.shownWhile(choice, choosing.selectedProperty());
        getChildren().setAll(choosing, choice);
        find.textProperty().addListener((_, _, _) -> offer(model));
        model.featuresProperty().subscribe(_ -> offer(model));
        model.leftOutProperty().subscribe(_ -> offer(model));
    }

    /** Takes all that are shown in, or leaves them out. */
    private Button every(String key, CompareModel model, boolean isIn) {
        var button = new Button(Texts.of(key));
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> model.compareOn(found(model), isIn));
        return button;
    }

    private List<String> found(CompareModel model) {
        var wanted = find.getText().strip().toLowerCase(Locale.ROOT);
        return model.featuresProperty().get().stream()
                .filter(feature -> feature.toLowerCase(Locale.ROOT).contains(wanted)
                        || model.title(feature).toLowerCase(Locale.ROOT).contains(wanted))
                .limit(MOST_OFFERED)
                .toList();
    }

    private void offer(CompareModel model) {
        int all = model.featuresProperty().get().size();
        int out = model.leftOutProperty().get().size();
        choosing.setText(out == 0 ? Texts.of("compare.onAll", all) : Texts.of("compare.onSome", all - out, all));
        boxes.getChildren()
                .setAll(found(model).stream()
                        .map(feature -> box(model, feature))
                        .toList());
    }

    private static Node box(CompareModel model, String feature) {
        var box = new CheckBox(model.title(feature));
        box.setMnemonicParsing(false);
        box.setPrefWidth(BOX_WIDTH);
        box.setSelected(!model.leftOutProperty().get().contains(feature));
        box.setOnAction(_ -> model.compareOn(List.of(feature), box.isSelected()));
        return box;
    }
}
