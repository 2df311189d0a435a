package corymb.remote;

import corymb.work.Progress;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets time pass. */
@FunctionalInterface
interface Waiting {
    /** Until then nobody can do anything but stop it. */
    Waiting REAL = (duration, progress) -> {
        var stopped = new CountDownLatch(1);
        try (var _ = progress.whenCancelled(stopped::countDown)) {
            if (stopped.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new CancellationException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException().initCause(e);
        }
    };

    void pass(Duration duration, Progress progress);
}
