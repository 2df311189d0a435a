package corymb.ui.kit;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons and icon buttons in the one size. */
public final class Icons {
    private Icons() {}

    /** A Feather icon by its literal, such as {@code fth-users}. */
    public static FontIcon of(String literal) {
        var icon = new FontIcon(literal);
        icon.getStyleClass().add("icon");
        return icon;
    }

    /** A flat button with an icon; {@code name} is its tooltip and what a screen reader says. */
    public static Button button(String literal, String name, Runnable action) {
        var button = new Button(null, of(literal));
        button.getStyleClass().addAll("button-icon", "flat", "quiet");
        button.setTooltip(new Tooltip(name));
        button.setAccessibleText(name);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
