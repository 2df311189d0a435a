package corymb.ui.kit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.animation.AnimationTimer;

/** Does the pieces of a large change of a page one a frame, so that the window draws and answers in between. */
public final class FrameByFrame {
    private final Deque<Runnable> left = new ArrayDeque<>();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            next();
        }
    };

    /** Begins with these pieces; what is left of earlier ones is not done any more. */
    public void begin(List<Runnable> pieces) {
        left.clear();
        left.addAll(pieces);
        timer.start();
    }

    private void next() {
        var piece = left.poll();
        if (piece == null) {
            timer.stop();
        } else {
            piece.run();
        }
    }
}
