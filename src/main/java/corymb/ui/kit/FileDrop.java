package corymb.ui.kit;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Takes files that are dropped on a part of the window; the part has the pseudo-class {@code dropping} while they hang over it. */
public final class FileDrop {
    private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");

    private FileDrop() {}

    /** Lets {@code target} take files from now on. */
    public static void onto(Node target, Consumer<List<Path>> dropped) {
        target.setOnDragOver(event -> hang(target, event));
        target.setOnDragExited(_ -> target.pseudoClassStateChanged(DROPPING, false));
        target.setOnDragDropped(event -> drop(event, dropped));
    }

    private static void hang(Node target, DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            target.pseudoClassStateChanged(DROPPING, true);
            event.consume();
        }
    }

    private static void drop(DragEvent event, Consumer<List<Path>> dropped) {
        if (event.getDragboard().hasFiles()) {
            event.setDropCompleted(true);
            event.consume();
            dropped.accept(
                    event.getDragboard().getFiles().stream().map(File::toPath).toList());
        }
    }
}
