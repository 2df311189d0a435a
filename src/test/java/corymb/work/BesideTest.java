package corymb.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class BesideTest {
    @Test
    void givesWhatTheWorkCameToOrTheWayItFailed() {
        var problem = new Problem("It is empty.", "file.csv", "Choose another.");
        try (var result = Beside.start(() -> 7);
                var failed = Beside.start(() -> {
                    throw problem.asFailure();
                });
                var cancelled = Beside.start(() -> {
                    throw new CancellationException();
                })) {
            assertThat(result.result()).isEqualTo(7);
            assertThatThrownBy(failed::result)
                    .isInstanceOfSatisfying(
                            Failure.class,
                            failure -> assertThat(failure.problem()).isEqualTo(problem));
            assertThatThrownBy(cancelled::result).isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void closingWaitsForTheEndOfTheWork() {
        var hasEnded = new AtomicBoolean();
        var mayEnd = new CountDownLatch(1);
        var beside = Beside.start(() -> {
            try {
                mayEnd.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            hasEnded.set(true);
            return 1;
        });
        assertThat(hasEnded).isFalse();
        mayEnd.countDown();
        beside.close();
        assertThat(hasEnded).isTrue();
    }
}
