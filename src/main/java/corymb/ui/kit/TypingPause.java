package corymb.ui.kit;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

/** Waits until a person stops typing for a moment, so that what follows from the text is worked out once and not at every letter. */
public final class TypingPause {
    private static final Duration WHILE_TYPING = Duration.millis(200);

    private final PauseTransition pause = new PauseTransition(WHILE_TYPING);

    /** Runs this after the moment, unless another is asked for meanwhile. */
    public void then(Runnable run) {
        pause.setOnFinished(_ -> run.run());
        pause.playFromStart();
    }

    /** Runs nothing more. */
    public void stop() {
        pause.stop();
    }
}
