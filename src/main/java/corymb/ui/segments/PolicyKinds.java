package corymb.ui.segments;

import corymb.ui.kit.Texts;
import corymb.ui.segments.PolicyModel.Kind;
import java.util.EnumMap;
import java.util.List;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** The ways to decide between segments, one of which is chosen. */
public final class PolicyKinds extends HBox {
    private static final List<String> PILLS = List.of("left-pill", "center-pill", "right-pill");

    void follow(PolicyModel model) {
        var group = new ToggleGroup();
        var buttons = new EnumMap<Kind, ToggleButton>(Kind.class);
        for (var kind : Kind.values()) {
            var button = button(kind);
            button.setToggleGroup(group);
            button.setOnAction(_ -> {
                button.setSelected(true);
                model.kindProperty().set(kind);
            });
            button.getStyleClass().add(PILLS.get(buttons.size()));
            buttons.put(kind, button);
        }
        getChildren().setAll(buttons.values());
        model.kindProperty().subscribe(kind -> group.selectToggle(buttons.get(kind)));
    }

    private static ToggleButton button(Kind kind) {
        var key = switch (kind) {
            case MANY -> "many";
            case PRIORITY -> "priority";
            case SCORE -> "score";
        };
        var button = new ToggleButton(Texts.of("policy." + key + "Tab"));
        button.setId(key);
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().add("small");
        return button;
    }
}
