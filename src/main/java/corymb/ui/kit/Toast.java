package corymb.ui.kit;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/** A passing note that something is done, with a way to take it back. */
public final class Toast {
    private static final Duration LONG_ENOUGH = Duration.seconds(6);

    private Toast() {}

    /** Shows {@code text} for a while. */
    public static void show(Node inWindow, String text) {
        show(inWindow, text, "", () -> {});
    }

    /** Shows {@code text} for a while, with a button such as "Undo". */
    public static void show(Node inWindow, String text, String action, Runnable run) {
        var overlay = Overlay.of(inWindow);
        var label = new Label(text);
        label.setWrapText(true);
        var toast = new HBox(label);
        toast.getStyleClass().add("toast");
        toast.setAlignment(Pos.CENTER_LEFT);
        toast.setMaxSize(HBox.USE_PREF_SIZE, HBox.USE_PREF_SIZE);
        if (!action.isEmpty()) {
            var button = new Button(action);
            button.getStyleClass().add("small");
            button.setMinWidth(Button.USE_PREF_SIZE);
            button.setOnAction(_ -> {
                overlay.removeNote(toast);
                run.run();
            });
            toast.getChildren().add(button);
        }
        overlay.note(toast);
        var wait = new PauseTransition(LONG_ENOUGH);
        wait.setOnFinished(_ -> overlay.removeNote(toast));
        wait.play();
    }
}
