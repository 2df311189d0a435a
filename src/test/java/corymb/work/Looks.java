package corymb.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Measures how long work goes on without a look at the wish to stop: the most processor time that one thread takes between two
 * looks of its own, which the other work of a busy machine does not lengthen.
 */
public final class Looks implements Progress {
    private static final Duration LONGEST = Duration.ofMillis(200);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Map<Thread, Long> last = new ConcurrentHashMap<>();
    private final AtomicLong longest = new AtomicLong();

    private Looks() {}

    /** One test for each piece of work: no thread of it takes 200 ms of processor time or more between two looks. */
    public static Stream<DynamicTest> areNeverFar(Map<String, Consumer<Progress>> pieces) {
        return pieces.entrySet().stream()
                .map(piece -> DynamicTest.dynamicTest(
                        piece.getKey(),
                        () -> assertThat(longestWithout(piece.getValue())).isLessThan(LONGEST)));
    }

    /** The longest a thread worked without a look. */
    private static Duration longestWithout(Consumer<Progress> work) {
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
