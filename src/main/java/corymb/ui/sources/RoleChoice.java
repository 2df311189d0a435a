package corymb.ui.sources;

import corymb.importing.Role;
import corymb.ui.kit.Texts;
import java.util.Locale;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** What the rows of a file can be, one of which is chosen. */
public final class RoleChoice extends VBox {
    private final ToggleGroup group = new ToggleGroup();

    public RoleChoice() {
        getStyleClass().add("group");
    }

    /** Shows what the rows of a file on its way in are taken for, and takes them for what is chosen. */
    void follow(ImportModel model) {
        for (var role : Role.values()) {
            getChildren().add(button(role, model));
        }
    }

    private RadioButton button(Role role, ImportModel model) {
        var words = Texts.of("import.role." + role.name().toLowerCase(Locale.ROOT));
        var button = new RadioButton(SourcesModel.roleName(role) + ": " + words);
        button.setWrapText(true);
        button.setToggleGroup(group);
        // Arrow keys choose without an action.
        button.selectedProperty().addListener((_, _, isChosen) -> {
            if (isChosen) {
                model.roleProperty().set(role);
            }
        });
        model.roleProperty().subscribe(chosen -> button.setSelected(chosen == role));
        return button;
    }
}
