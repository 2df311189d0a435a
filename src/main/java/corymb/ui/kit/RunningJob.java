package corymb.ui.kit;

import corymb.chart.Numbers;
import corymb.work.JobProgress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** A job under way as the jobs bar shows it; its properties change on the JavaFX thread, ten times a second at most. */
public final class RunningJob {
    private static final long SHOWN_AFTER_NANOS = 300_000_000L;
    private static final double ESTIMATED_FROM = 0.05;

    private final String title;
    private final long started = System.nanoTime();
    private final AtomicReference<Report> latest = new AtomicReference<>(new Report(0, ""));
    private final JobProgress progress = new JobProgress((fraction, step) -> latest.set(new Report(fraction, step)));
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper step = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper timeLeft = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper isLong = new ReadOnlyBooleanWrapper();

    RunningJob(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** An estimate such as "4 s left"; empty while there is none. */
    public ReadOnlyStringProperty timeLeftProperty() {
        return timeLeft.getReadOnlyProperty();
    }

    /** Whether it has taken long enough to be worth showing. */
    public ReadOnlyBooleanProperty longProperty() {
        return isLong.getReadOnlyProperty();
    }

    public void cancel() {
        progress.cancel();
    }

    JobProgress progress() {
        return progress;
    }

    /** Takes over the latest report; called on the JavaFX thread. */
    void refresh() {
        long taken = System.nanoTime() - started;
        var report = latest.get();
        isLong.set(taken > SHOWN_AFTER_NANOS);
        fraction.set(report.fraction());
        step.set(report.step());
        if (report.fraction() > ESTIMATED_FROM && report.fraction() < 1) {
            var left = Duration.ofNanos((long) (taken / report.fraction() * (1 - report.fraction())));
            timeLeft.set(Texts.of("jobs.left", Numbers.local().duration(rounded(left))));
        }
    }

    private static Duration rounded(Duration left) {
        return Duration.ofSeconds(Math.max(1, left.toSeconds()));
    }

    private record Report(double fraction, String step) {}
}
