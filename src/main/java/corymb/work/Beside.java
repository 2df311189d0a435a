package corymb.work;

import java.util.concurrent.ForkJoinTask;
import java.util.function.Supplier;

/**
 * A piece of work that goes on beside what its owner does meanwhile.
 *
 * <p>Closing it waits for its end, so that nothing it works on is taken away from under it.
 */
public final class Beside<T> implements AutoCloseable {
    private final ForkJoinTask<T> task;

    private Beside(ForkJoinTask<T> task) {
        this.task = task;
    }

    /** Starts the work. */
    public static <T> Beside<T> start(Supplier<T> work) {
        return new Beside<>(ForkJoinTask.adapt(work::get).fork());
    }

    /** What the work came to; waits for it, and ends with the exception that it ended with. */
    public T result() {
        return task.join();
    }

    @Override
    public void close() {
        task.quietlyJoin();
    }
}
