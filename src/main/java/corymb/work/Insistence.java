package corymb.work;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Repeats what may come too early to have an effect, in the background, until it has had it. */
public final class Insistence {
    private static final long PAUSE_NANOS = 5_000_000;

    private Insistence() {}

    /** Runs {@code action} again and again until {@code hasEnded}. */
    public static void repeat(Runnable action, BooleanSupplier hasEnded) {
        Thread.ofVirtual().start(() -> {
            while (!hasEnded.getAsBoolean()) {
                action.run();
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        });
    }
}
