package corymb.ui.kit;

import corymb.work.Job;
import corymb.work.JobRunner;
import corymb.work.Outcome;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Duration;

/** Runs jobs on background threads and ends them on the JavaFX one; to be started from the JavaFX one. */
public final class FxJobRunner implements JobRunner, AutoCloseable {
    private static final Duration BETWEEN_REPORTS = Duration.millis(100);

    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("job-", 1).factory());
    private final ObservableList<RunningJob> running = FXCollections.observableArrayList();
    private final Timeline reports =
            new Timeline(new KeyFrame(BETWEEN_REPORTS, _ -> running.forEach(RunningJob::refresh)));
    private final ErrorLog log;

    public FxJobRunner(ErrorLog log) {
        this.log = log;
        reports.setCycleCount(Animation.INDEFINITE);
    }

    /** The jobs under way, in the order they were started. */
    public ObservableList<RunningJob> running() {
        return FXCollections.unmodifiableObservableList(running);
    }

    @Override
    public <T> Running start(Job<T> job, Consumer<Outcome<T>> whenEnded) {
        var shown = new RunningJob(job.title());
        running.add(shown);
        reports.play();
        threads.execute(() -> {
            var outcome = job.run(shown.progress());
            if (outcome instanceof Outcome.Broken(var cause)) {
                log.broke(cause);
            }
            Platform.runLater(() -> end(shown, outcome, whenEnded));
        });
        return shown::cancel;
    }

    private <T> void end(RunningJob shown, Outcome<T> outcome, Consumer<Outcome<T>> whenEnded) {
        running.remove(shown);
        if (running.isEmpty()) {
            reports.stop();
        }
        whenEnded.accept(outcome);
    }

    /** Asks every job to stop; for the end of the program. */
    @Override
    public void close() {
        running.forEach(RunningJob::cancel);
        threads.shutdown();
    }
}
