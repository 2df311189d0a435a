package corymb.ui.kit;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/** Does something every so many minutes, on the JavaFX thread. */
public final class Every {
    private final Runnable run;
    private Runnable stop = () -> {};

    public Every(Runnable run) {
        this.run = run;
    }

    /** Begins anew with so many minutes; 0 for not at all. */
    public void minutes(int minutes) {
        stop.run();
        stop = () -> {};
        if (minutes > 0) {
            var clock = new Timeline(new KeyFrame(Duration.minutes(minutes), _ -> run.run()));
            clock.setCycleCount(Animation.INDEFINITE);
            clock.play();
            stop = clock::stop;
        }
    }
}
