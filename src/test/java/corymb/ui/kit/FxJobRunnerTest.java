package corymb.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.work.Job;
import corymb.work.Outcome;
import corymb.work.Problem;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@FxTest
class FxJobRunnerTest {
    private final FxJobRunner jobs = Fx.get(() -> new FxJobRunner(new ErrorLog()));

    @AfterEach
    void close() {
        jobs.close();
    }

    @Test
    void aJobRunsAwayFromAndEndsOnTheJavaFxThread() {
        var outcome = end(new Job<>("Where", _ -> Platform.isFxApplicationThread()));
        assertThat(outcome).isEqualTo(new Outcome.Done<>(false));
        assertThat(jobs.running()).isEmpty();
    }

    @Test
    void aFloodOfReportsReachesTheWindowInDrops() {
        var changes = new AtomicInteger();
        var go = new CountDownLatch(1);
        var ended = new AtomicReference<Outcome<Integer>>();
        Fx.run(() -> {
            jobs.start(
                    new Job<>("Flood", progress -> {
                        go.await();
                        for (int i = 1; i <= 200_000; i++) {
                            progress.report(i / 200_000.0, "step");
                        }
                        return 1;
                    }),
                    ended::set);
            jobs.running().getFirst().fractionProperty().addListener((_, _, _) -> changes.incrementAndGet());
        });
        go.countDown();
        Fx.waitUntil(() -> ended.get() != null);
        assertThat(changes.get()).isLessThan(100);
    }

    @Test
    void aLongJobTellsHowFarItIsAndStopsWhenAsked() {
        var stopped = new AtomicReference<Outcome<Integer>>();
        Fx.run(() -> jobs.start(
                new Job<>("Long", progress -> {
                    progress.report(0.5, "half");
                    while (true) {
                        progress.check();
                        Thread.onSpinWait();
                    }
                }),
                stopped::set));
        Fx.waitUntil(() -> jobs.running().getFirst().longProperty().get());
        var job = Fx.get(() -> jobs.running().getFirst());
        assertThat(job.fractionProperty().get()).isEqualTo(0.5);
        assertThat(job.timeLeftProperty().get()).endsWith("left");
        Fx.run(job::cancel);
        Fx.waitUntil(() -> stopped.get() != null);
        assertThat(stopped.get()).isInstanceOf(Outcome.Cancelled.class);
    }

    @Test
    void anExpectedFailureComesAsAProblem() {
        var problem = new Problem("No rows", "a.csv", "Choose another file.");
        var outcome = end(new Job<Integer>("Fail", _ -> {
            throw problem.asFailure();
        }));
        assertThat(outcome).isEqualTo(new Outcome.Failed<>(problem));
    }

    @Test
    void whatIsLoggedOfADefectHoldsNoMessage() {
        var cause = new IllegalStateException("anna@example.org", new RuntimeException("Anna"));
        assertThat(ErrorLog.details(cause))
                .contains("IllegalStateException", "FxJobRunnerTest", ErrorLog.code(cause))
                .doesNotContainIgnoringCase("anna");
        assertThat(ErrorLog.code(cause)).matches("C-[0-9A-F]{6}");
    }

    private <T> Outcome<T> end(Job<T> job) {
        var ended = new AtomicReference<Outcome<T>>();
        Fx.run(() -> jobs.start(job, ended::set));
        Fx.waitUntil(() -> ended.get() != null);
        return ended.get();
    }
}
