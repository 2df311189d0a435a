package corymb.work;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets a job end in order when the process is asked to stop (Ctrl+C): it is cancelled and given a moment to clean up. */
public final class Interruption implements AutoCloseable {
    private static final int GRACE_SECONDS = 5;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    private Interruption(JobProgress progress) {
        hook = Thread.ofPlatform().unstarted(() -> stop(progress));
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Watches until it is closed. */
    public static Interruption cancelling(JobProgress progress) {
        return new Interruption(progress);
    }

    private void stop(JobProgress progress) {
        progress.cancel();
        try {
            if (!ended.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
                System.getLogger(Interruption.class.getName())
                        .log(System.Logger.Level.DEBUG, "The job did not end in time");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The process is ending already and the hook with it.
            ended.countDown();
        }
    }
}
