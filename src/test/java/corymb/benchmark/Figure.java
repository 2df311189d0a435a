package corymb.benchmark;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * One measured figure beside what it should reach.
 *
 * @param name what was measured
 * @param elapsed the least time that passed in several runs
 * @param processor the least processor time that all threads together took
 * @param target what it should reach, in words
 */
public record Figure(String name, Duration elapsed, Duration processor, String target) {
    /** Measures a piece of work: the least of {@code runs}, since other programs can only make it slower. */
    public static Figure measure(String name, String target, int runs, Callable<?> work) throws Exception {
        long elapsed = Long.MAX_VALUE;
        long processor = Long.MAX_VALUE;
        for (int run = 0; run < runs; run++) {
            long processorBefore = processorNanos();
            long before = System.nanoTime();
            work.call();
            elapsed = Math.min(elapsed, System.nanoTime() - before);
            processor = Math.min(processor, processorNanos() - processorBefore);
        }
        return new Figure(name, Duration.ofNanos(elapsed), Duration.ofNanos(processor), target);
    }

    /** The figure as a row of a table. */
    public String row() {
        return String.format(
                Locale.ROOT,
                "| %-62s | %8.3f s | %8.3f s | %s |",
                name,
                elapsed.toNanos() / 1e9,
                processor.toNanos() / 1e9,
                target);
    }

    private static long processorNanos() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }
}
