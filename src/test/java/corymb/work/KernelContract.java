package corymb.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every kernel must keep to; a kernel's test class extends this one.
 *
 * @param <R> the kernel's result, with an equality that compares all numbers
 */
public abstract class KernelContract<R> {
    /** Runs the kernel on an input that takes several blocks of rows, well under a second. */
    protected abstract R run(Progress progress);

    /** Runs the kernel on an input that takes it at least a few seconds. */
    protected abstract R runLong(Progress progress);

    /** Inputs at the edge of sense (no rows, one row, constant columns ...), each run as a job by itself. */
    protected abstract List<Job<R>> edgeCases();

    @Test
    void theSameSeedGivesTheSameResult() {
        assertThat(run(Progress.NONE)).isEqualTo(run(Progress.NONE));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void anyNumberOfThreadsGivesTheSameResult(int threads) throws Exception {
        try (var pool = new ForkJoinPool(threads)) {
            R pooled = pool.submit(() -> run(Progress.NONE)).get();

            assertThat(pooled).isEqualTo(run(Progress.NONE));
        }
    }

    @Test
    void progressStartsNearZeroNeverGoesBackAndEndsAtOne() {
        List<Double> told = Collections.synchronizedList(new ArrayList<>());

        run(new RawProgress(told));

        assertThat(told).isSorted().allSatisfy(fraction -> assertThat(fraction).isBetween(0.0, 1.0));
        assertThat(told.getFirst()).isLessThan(0.1);
        assertThat(told.getLast()).isEqualTo(1.0);
    }

    @Test
    void cancellingTakesEffectWithinASecond() {
        var cancelledAt = new AtomicLong();
        var cancelling = new JobProgress[1];
        cancelling[0] = new JobProgress((fraction, _) -> {
            if (fraction > 0.3 && cancelledAt.compareAndSet(0, System.nanoTime())) {
                cancelling[0].cancel();
            }
        });

        var outcome = new Job<>("long", this::runLong).run(cancelling[0]);
        var late = Duration.ofNanos(System.nanoTime() - cancelledAt.get());

        assertThat(outcome).isInstanceOf(Outcome.Cancelled.class);
        assertThat(late).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void inputsAtTheEdgeGiveAProblemOrADefinedResult() {
        assertThat(edgeCases())
                .isNotEmpty()
                .allSatisfy(job -> assertThat(job.run(Progress.NONE))
                        .as(job.title())
                        .isInstanceOfAny(Outcome.Done.class, Outcome.Failed.class));
    }

    /** Keeps each report as it comes, without the smoothing of {@link JobProgress}. */
    private record RawProgress(List<Double> told) implements Progress {
        @Override
        public void report(double fraction, String step) {
            told.add(fraction);
        }

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public Registration whenCancelled(Runnable action) {
            return () -> {};
        }
    }
}
