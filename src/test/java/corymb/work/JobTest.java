package corymb.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class JobTest {
    private static Outcome<String> run(Job.Body<String> body) {
        return new Job<>("Trying", body).run(new JobProgress((_, _) -> {}));
    }

    @Test
    void endsInOneOfFourWays() {
        var problem = new Problem("It is empty.", "file.csv", "Choose another.");
        var defect = new IllegalStateException("defect");
        assertThat(run(_ -> "result")).isEqualTo(new Outcome.Done<>("result"));
        assertThat(run(_ -> {
                    throw problem.asFailure();
                }))
                .isEqualTo(new Outcome.Failed<>(problem));
        assertThat(run(_ -> {
                    throw defect;
                }))
                .isEqualTo(new Outcome.Broken<>(defect));
        var stopped = new JobProgress((_, _) -> {});
        stopped.cancel();
        assertThat(new Job<>("Trying", progress -> {
                            progress.report(0.5, "half");
                            return "result";
                        })
                        .run(stopped))
                .isEqualTo(new Outcome.Cancelled<>());
    }

    @Test
    void aLackOfMemoryIsAProblemAndALibraryThatDoesNotLoadADefect() {
        assertThat(run(_ -> {
                    throw new OutOfMemoryError();
                }))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.problem().line()).contains("memory", "Trying"));
        var unloadable = new ExceptionInInitializerError("no library");
        assertThat(run(_ -> {
                    throw unloadable;
                }))
                .isEqualTo(new Outcome.Broken<>(unloadable));
    }

    @Test
    void progressNeverGoesBack() {
        var seen = new ArrayList<Double>();
        var progress = new JobProgress((fraction, _) -> seen.add(fraction));
        progress.report(0.5, "a");
        progress.report(0.2, "b");
        progress.between(0.5, 1).report(0.5, "c");
        progress.report(7, "d");
        assertThat(seen).containsExactly(0.5, 0.5, 0.75, 1.0);
    }

    @Test
    void aWishToStopReachesWhoeverAskedToBeTold() {
        var told = new ArrayList<String>();
        var progress = new JobProgress((_, _) -> {});
        try (var _ = progress.whenCancelled(() -> told.add("closed before"))) {
            assertThat(told).isEmpty();
        }
        try (var _ = progress.between(0, 1).whenCancelled(() -> told.add("open"))) {
            progress.cancel();
            progress.cancel();
        }
        assertThat(told).containsExactly("open");
        assertThat(progress.isCancelled()).isTrue();
    }
}
