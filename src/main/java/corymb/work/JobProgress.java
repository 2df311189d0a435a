package corymb.work;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** The progress of one running job: passes reports to a listener and takes the wish to stop. */
public final class JobProgress implements Progress {
    private final Listener listener;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final AtomicReference<Double> furthest = new AtomicReference<>(0.0);
    private final List<Runnable> actions = new CopyOnWriteArrayList<>();

    public JobProgress(Listener listener) {
        this.listener = listener;
    }

    @Override
    public void report(double fraction, String step) {
        check();
        double shown = furthest.accumulateAndGet(Math.clamp(fraction, 0, 1), Math::max);
        listener.progressed(shown, step);
    }

    @Override
    public boolean isCancelled() {
        return cancelled.get();
    }

    @Override
    public Registration whenCancelled(Runnable action) {
        actions.add(action);
        if (isCancelled()) {
            actions.remove(action);
            throw new CancellationException();
        }
        return () -> actions.remove(action);
    }

    /** Asks the job to stop; statements under way are interrupted at once. */
    public void cancel() {
        if (cancelled.compareAndSet(false, true)) {
            actions.forEach(Runnable::run);
        }
    }

    /** Is told of each report, on the thread that works. */
    @FunctionalInterface
    public interface Listener {
        void progressed(double fraction, String step);
    }
}
