package corymb.ui.kit;

import javafx.animation.FadeTransition;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.util.Duration;

/** The one animation there is: things fade in, unless the person or the system asks for less motion. */
final class Motion {
    static final String REDUCED = "reduced-motion";
    private static final Duration SHORT = Duration.millis(120);

    private Motion() {}

    static void fadeIn(Node node) {
        if (isReduced(node)) {
            node.setOpacity(1);
            return;
        }
        var fade = new FadeTransition(SHORT, node);
        fade.setFromValue(0);
        fade.setToValue(1);
        fade.play();
    }

    private static boolean isReduced(Node node) {
        var scene = node.getScene();
        return Platform.getPreferences().isReducedMotion()
                || (scene != null && scene.getRoot().getStyleClass().contains(REDUCED));
    }
}
