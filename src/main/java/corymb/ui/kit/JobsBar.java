package corymb.ui.kit;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The line at the foot of the window: what is saved, and each long job with progress, time left and a way to stop it. */
public final class JobsBar extends HBox {
    private static final int MOST_SHOWN = 2;

    private final StringProperty note = new SimpleStringProperty(this, "note", "");
    private final HBox jobs = new HBox();

    public JobsBar() {
        getStyleClass().add("jobs-bar");
        setAlignment(Pos.CENTER_LEFT);
        var label = new Label();
        label.getStyleClass().add("small-muted");
        label.textProperty().bind(note);
        label.setMinWidth(USE_PREF_SIZE);
        var between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        jobs.setAlignment(Pos.CENTER_LEFT);
        jobs.getStyleClass().add("jobs");
        getChildren().addAll(label, jobs, between);
    }

    /** Follows the jobs under way. */
    public void show(ObservableList<RunningJob> running) {
        running.addListener((ListChangeListener<RunningJob>) _ -> fill(running));
        fill(running);
    }

    /** What stands at the left, such as "Saved 14:03". */
    public StringProperty noteProperty() {
        return note;
    }

    private void fill(ObservableList<RunningJob> running) {
        jobs.getChildren()
                .setAll(running.stream().limit(MOST_SHOWN).map(JobsBar::entry).toList());
        if (running.size() > MOST_SHOWN) {
            jobs.getChildren().add(more(running));
        }
    }

    /** What comes beside a job that is shown; short ones are over before anybody reads of them. */
    private static Label more(List<RunningJob> running) {
        var more = new Label(Texts.of("jobs.more", running.size() - MOST_SHOWN));
        more.visibleProperty()
                .bind(running.get(0).longProperty().or(running.get(1).longProperty()));
        more.managedProperty().bind(more.visibleProperty());
        return more;
    }

    private static Node entry(RunningJob job) {
        var title = new Label();
        title.textProperty()
                .bind(Bindings.when(job.stepProperty().isEmpty())
                        .then(job.title())
                        .otherwise(Bindings.concat(job.title(), " · ", job.stepProperty())));
        var bar = new ProgressBar();
        bar.getStyleClass().add("small");
        bar.progressProperty()
                .bind(Bindings.when(job.fractionProperty().greaterThan(0))
                        .then(job.fractionProperty())
                        .otherwise(ProgressBar.INDETERMINATE_PROGRESS));
        bar.setMinWidth(USE_PREF_SIZE);
        var percent = new Label();
        percent.getStyleClass().add("job-percent");
        percent.setMinWidth(USE_PREF_SIZE);
        percent.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Texts.of(
                                "jobs.percent",
                                Math.round(job.fractionProperty().get() * 100)),
                        job.fractionProperty()));
        var left = new Label();
        left.getStyleClass().add("small-muted");
        left.setMinWidth(USE_PREF_SIZE);
        left.textProperty().bind(job.timeLeftProperty());
        var cancel = new Button(Texts.of("kit.cancel"));
        cancel.getStyleClass().add("small");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setAccessibleText(Texts.of("jobs.cancel", job.title()));
        cancel.setOnAction(_ -> job.cancel());
        var line = new HBox(title, bar, percent, left, cancel);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("job");
        line.visibleProperty().bind(job.longProperty());
        line.managedProperty().bind(job.longProperty());
        return line;
    }
}
