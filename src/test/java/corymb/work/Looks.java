package corymb.work;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Measures how long work goes on without a look at the wish to stop: the most processor time that one thread takes between two
 * looks of its own, which the other work of a busy machine does not lengthen.
 */
public final class Looks implements Progress {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Map<Thread, Long> last = new ConcurrentHashMap<>();
    private final AtomicLong longest = new AtomicLong();

    private Looks() {}

    /** The longest a thread worked without a look. */
    public static Duration longestWithout(Consumer<Progress> work) {
        var looks = new Looks();
        looks.last.put(Thread.currentThread(), THREADS.getCurrentThreadCpuTime());
        work.accept(looks);
        looks.look();
        return Duration.ofNanos(looks.longest.get());
    }

    private void look() {
        long now = THREADS.getCurrentThreadCpuTime();
        var before = last.put(Thread.currentThread(), now);
        if (before != null) {
            longest.accumulateAndGet(now - before, Math::max);
        }
    }

    @Override
    public void report(double fraction, String step) {
        look();
    }

    @Override
    public boolean isCancelled() {
        look();
        return false;
    }

    @Override
    public Registration whenCancelled(Runnable action) {
        return () -> {};
    }
}
