package corymb.ui.desk;

import corymb.ui.kit.TableGrid;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** What keys do with the page that is open: look for rows, take its rows away, and leave typed text its own undo. */
final class PageKeys {
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination EXPORT = new KeyCodeCombination(KeyCode.E, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination REDO = new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN);

    private final Node page;
    private final boolean isForExports;

    /** Knows the page that is open; on that of exports the keys that export do what its primary action does. */
    PageKeys(Node page, boolean isForExports) {
        this.page = page;
        this.isForExports = isForExports;
    }

    /** Whether the page has used the keys. */
    boolean use(KeyEvent event) {
        if (FIND.match(event)) {
            return grid(event.getTarget(), TableGrid::canFilter)
                    .map(grid -> {
                        grid.find();
                        return true;
                    })
                    .orElse(false);
        }
        return EXPORT.match(event) && (exportRows(event.getTarget()) || exportPage());
    }

    /** Whether the keys undo what was typed rather than a step. */
    boolean belongToText(KeyEvent event) {
        return event.getTarget() instanceof TextInputControl text
                && ((UNDO.match(event) && text.isUndoable()) || (REDO.match(event) && text.isRedoable()));
    }

    private boolean exportRows(EventTarget at) {
        var grid = gridAround(at).filter(TableGrid::canExport);
        grid.ifPresent(found -> found.onExportProperty().get().run());
        return grid.isPresent();
    }

    private boolean exportPage() {
        if (isForExports && page.lookup("#primaryAction") instanceof Button button) {
            button.fire();
        }
        return isForExports;
    }

    /** The grid that the keys are in, else the first that can. */
    private Optional<TableGrid> grid(EventTarget at, Predicate<TableGrid> can) {
        return gridAround(at).filter(can).or(() -> first(page, can));
    }

    private static Optional<TableGrid> gridAround(EventTarget at) {
        var node = at instanceof Node inside ? inside : null;
        while (node != null && !(node instanceof TableGrid)) {
            node = node.getParent();
        }
        return node instanceof TableGrid grid ? Optional.of(grid) : Optional.empty();
    }

    private static Optional<TableGrid> first(Node node, Predicate<TableGrid> can) {
        if (!node.isVisible()) {
            return Optional.empty();
        }
        if (node instanceof TableGrid grid) {
            return Optional.of(grid).filter(can);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> first(child, can).stream())
                        .findFirst()
                : Optional.empty();
    }
}
