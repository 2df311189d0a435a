package corymb.benchmark;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.application.Platform;

/**
 * Asks the JavaFX thread to answer, again and again, and keeps the longest it took: no less than its longest task.
 *
 * <p>An answer also takes long when another program has the processor, so the thread's own processor time meanwhile is kept beside it.
 */
final class Heartbeat implements AutoCloseable {
    private static final long EVERY_MILLIS = 5;
    private static final long WORTH_A_LOOK_MILLIS = 60;
    private static final long LONG_MILLIS = 1_000;
    private static final int PLACES = 60;

    /**
     * The longest wait of a stretch of time.
     *
     * @param processor how long the thread itself worked meanwhile
     * @param doing where in the code it was after a while
     */
    record Wait(Duration elapsed, Duration processor, String doing) {
        static final Wait NONE = new Wait(Duration.ZERO, Duration.ZERO, "");

        String row(String name) {
            return String.format(
                    Locale.ROOT,
                    "| %-62s | %8.3f s | %8.3f s | %s |",
                    "longest task on the JavaFX thread " + name,
                    elapsed.toNanos() / 1e9,
                    processor.toNanos() / 1e9,
                    "at most 0.1 s");
        }
    }

    private final Thread asker = Thread.ofPlatform().daemon().name("heartbeat").unstarted(this::beat);
    private final long fx;
    private Wait longest = Wait.NONE;
    private boolean isEnded;

    /** Begins to ask; the JavaFX thread must be running. */
    static Heartbeat start() throws InterruptedException {
        var id = new long[1];
        var known = new CountDownLatch(1);
        Platform.runLater(() -> {
            id[0] = Thread.currentThread().threadId();
            known.countDown();
        });
        known.await();
        var heartbeat = new Heartbeat(id[0]);
        heartbeat.asker.start();
        return heartbeat;
    }

    private Heartbeat(long fx) {
        this.fx = fx;
    }

    /** The longest wait since this was asked last. */
    synchronized Wait longest() {
        var found = longest;
        longest = Wait.NONE;
        return found;
    }

    private void beat() {
        try {
            while (!isEnded()) {
                note(ask());
                TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private Wait ask() throws InterruptedException {
        var answered = new CountDownLatch(1);
        long processor = processorNanos();
        long start = System.nanoTime();
        Platform.runLater(answered::countDown);
        var doing = "";
        if (!answered.await(WORTH_A_LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            doing = stack();
            if (!answered.await(LONG_MILLIS, TimeUnit.MILLISECONDS)) {
                doing += "\n  and still, after a second:\n  " + stack();
                answered.await();
            }
        }
        return new Wait(
                Duration.ofNanos(System.nanoTime() - start), Duration.ofNanos(processorNanos() - processor), doing);
    }

    private synchronized void note(Wait wait) {
        if (wait.elapsed().compareTo(longest.elapsed()) > 0) {
            longest = wait;
        }
    }

    private long processorNanos() {
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(fx);
    }

    private String stack() {
        return Optional.ofNullable(ManagementFactory.getThreadMXBean().getThreadInfo(fx, PLACES))
                .map(ThreadInfo::getStackTrace)
                .map(trace ->
                        Arrays.stream(trace).map(StackTraceElement::toString).collect(Collectors.joining("\n  ")))
                .orElse("");
    }

    private synchronized boolean isEnded() {
        return isEnded;
    }

    @Override
    public synchronized void close() {
        isEnded = true;
    }
}
