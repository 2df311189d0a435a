package corymb.work;

import java.util.function.Consumer;

/** Runs jobs; the desktop one works in the background, the test one on the spot. */
public interface JobRunner {
    <T> Running start(Job<T> job, Consumer<Outcome<T>> whenEnded);

    /** A handle to stop a started job. */
    @FunctionalInterface
    interface Running {
        void cancel();
    }
}
