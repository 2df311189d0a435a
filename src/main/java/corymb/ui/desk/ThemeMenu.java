package corymb.ui.desk;

import corymb.settings.Settings.ThemeChoice;
import corymb.ui.kit.Icons;
import corymb.ui.kit.Texts;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;

/** The ways the window can look, and the way to all other preferences. */
public final class ThemeMenu extends MenuButton {
    public ThemeMenu() {
        setGraphic(Icons.of("fth-sun"));
    }

    /** Sets the look of a window from now on. */
    void follow(DeskModel model) {
        for (var choice : ThemeChoice.values()) {
            getItems().add(item(words(choice), () -> model.chooseTheme(choice)));
        }
        var preferences = item(Texts.of("desk.preferences"), () -> model.go(Page.PREFERENCES.id()));
        preferences.setAccelerator(KeyCombination.valueOf("Shortcut+Comma"));
        getItems().addAll(new SeparatorMenuItem(), preferences);
    }

    private static String words(ThemeChoice choice) {
        return switch (choice) {
            case LIGHT -> Texts.of("desk.light");
            case DARK -> Texts.of("desk.dark");
            case SYSTEM -> Texts.of("desk.system");
        };
    }

    private static MenuItem item(String words, Runnable action) {
        var item = new MenuItem(words);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
