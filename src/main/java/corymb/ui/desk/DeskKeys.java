package corymb.ui.desk;

import corymb.ui.kit.Command;
import corymb.ui.kit.CommandPalette;
import corymb.ui.kit.Overlay;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** What keys do anywhere in the window: first what they mean on the open page, then the palette and the commands. */
final class DeskKeys {
    private static final KeyCombination PALETTE = new KeyCodeCombination(KeyCode.K, KeyCombination.SHORTCUT_DOWN);

    private final DeskModel model;
    private final Overlay root;
    private final Node page;

    private DeskKeys(DeskModel model, Overlay root, Node page) {
        this.model = model;
        this.root = root;
        this.page = page;
    }

    /**
     * Listens to the keys of a window from now on.
     *
     * @param page where the open page is
     */
    static void listen(DeskModel model, Overlay root, Node page) {
        root.addEventFilter(KeyEvent.KEY_PRESSED, new DeskKeys(model, root, page)::pressed);
    }

    private void pressed(KeyEvent event) {
        var keys =
                new PageKeys(page, Page.EXPORTS.id().equals(model.pageProperty().get()));
        if (root.isCovered() || keys.belongToText(event)) {
            return;
        }
        if (keys.use(event) || showPalette(event) || runCommand(event)) {
            event.consume();
        }
    }

    private boolean showPalette(KeyEvent event) {
        if (PALETTE.match(event)) {
            new CommandPalette(model.commandsProperty()).showOver(root);
        }
        return PALETTE.match(event);
    }

    private boolean runCommand(KeyEvent event) {
        var command =
                model.commands().stream().filter(each -> isFor(event, each)).findFirst();
        command.ifPresent(found -> found.action().run());
        return command.isPresent();
    }

    private static boolean isFor(KeyEvent event, Command command) {
        return !command.keys().isEmpty()
                && KeyCombination.valueOf(command.keys()).match(event);
    }
}
