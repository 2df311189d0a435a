package corymb.ui.desk;

import corymb.ui.kit.Command;
import corymb.ui.kit.Icons;
import corymb.ui.kit.Texts;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;

/** The name of the open project, and under it everything that can be done with projects. */
public final class ProjectMenu extends MenuButton {
    /** After how many commands, those that open a project, the recent ones stand. */
    private static final int RECENT_AT = 2;

    /** Shows the project of a window from now on. */
    void follow(DeskModel model) {
        textProperty().bind(model.projectNameProperty());
        var whole = new Tooltip();
        whole.textProperty().bind(model.projectNameProperty());
        setTooltip(whole);
        setGraphic(Icons.of("fth-folder"));
        setOnShowing(_ -> fill(model));
        fill(model);
    }

    private void fill(DeskModel model) {
        getItems()
                .setAll(model.commands().stream()
                        .filter(command -> !command.name().startsWith(Texts.of("desk.goTo", "")))
                        .map(ProjectMenu::item)
                        .toList());
        getItems().addAll(RECENT_AT, List.of(recent(model), new SeparatorMenuItem()));
    }

    private static MenuItem item(Command command) {
        var item = new MenuItem(command.name());
        item.setOnAction(_ -> command.action().run());
        if (!command.keys().isEmpty()) {
            item.setAccelerator(KeyCombination.valueOf(command.keys()));
        }
        return item;
    }

    private static Menu recent(DeskModel model) {
        var recent = new Menu(Texts.of("desk.recent"));
        for (var file : model.settingsProperty().get().recentProjects()) {
            var item = new MenuItem(String.valueOf(file.getFileName()));
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> model.openRecent(file));
            recent.getItems().add(item);
        }
        recent.setDisable(recent.getItems().isEmpty());
        return recent;
    }
}
