package corymb.work;

import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lets a job end in order when the process is asked to stop (Ctrl+C): it is cancelled and given a moment to clean up. */
public final class Interruption implements AutoCloseable {
    private static final int GRACE_SECONDS = 5;

    private final CompletableFuture<OptionalInt> ended = new CompletableFuture<>();
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
            ended.get(GRACE_SECONDS, TimeUnit.SECONDS)
                    .ifPresent(status -> Runtime.getRuntime().halt(status));
        } catch (TimeoutException _) {
            System.getLogger(Interruption.class.getName())
                    .log(System.Logger.Level.DEBUG, "The job did not end in time");
        } catch (ExecutionException e) {
            throw new IllegalStateException("Only statuses come", e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** The job came to its end before it could be stopped: the process ends with that status, not as an interrupted one. */
    public void missed(int status) {
        ended.complete(OptionalInt.of(status));
    }

    @Override
    public void close() {
        ended.complete(OptionalInt.empty());
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The process is ending already and the hook with it.
            ended.complete(OptionalInt.empty());
        }
    }
}
