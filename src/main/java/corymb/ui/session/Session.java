package corymb.ui.session;

import corymb.project.Change;
import corymb.project.History;
import corymb.project.Journey;
import corymb.project.Lineage;
import corymb.project.Made;
import corymb.project.Project;
import corymb.project.ProjectFile;
import corymb.recommend.Evaluation;
import corymb.ui.kit.Explanation;
import corymb.ui.kit.Texts;
import corymb.work.Job;
import corymb.work.JobRunner;
import corymb.work.Outcome;
import corymb.work.Progress;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * The one open project and its present value: the only cell in the window that changes.
 *
 * <p>Used on the JavaFX thread alone; steps are computed and stored in the background and shown when they are on disk.
 */
public final class Session {
    private final JobRunner jobs;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Optional<ProjectFile>> file = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<History> history = new ReadOnlyObjectWrapper<>(History.EMPTY);
    private final ReadOnlyObjectWrapper<Set<Long>> stale = new ReadOnlyObjectWrapper<>(Set.of());
    private final StringProperty segment = new SimpleStringProperty("");

    public Session(JobRunner jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    /** The name of the segment that the person is at, so that another page can begin with it; empty when at none. */
    public StringProperty segmentProperty() {
        return segment;
    }

    public JobRunner jobs() {
        return jobs;
    }

    public Clock clock() {
        return clock;
    }

    /** The open project file; empty on the welcome page. */
    public ReadOnlyObjectProperty<Optional<ProjectFile>> fileProperty() {
        return file.getReadOnlyProperty();
    }

    /** The open project file; an {@link IllegalStateException} when none is. */
    public ProjectFile file() {
        return file.get().orElseThrow(() -> new IllegalStateException("No project is open"));
    }

    public ReadOnlyObjectProperty<History> historyProperty() {
        return history.getReadOnlyProperty();
    }

    public Project project() {
        return history.get().present();
    }

    /** The ids of the present results whose inputs have changed since. */
    public ReadOnlyObjectProperty<Set<Long>> staleProperty() {
        return stale.getReadOnlyProperty();
    }

    /** The steps that can be computed over the open project. */
    public Journey journey() {
        return new Journey(file(), clock);
    }

    /** Shows a project in place of the one that was open, which is closed. */
    public void show(ProjectFile opened) {
        close();
        file.set(Optional.of(opened));
        show(opened.history());
    }

    public void close() {
        segment.set("");
        file.get().ifPresent(ProjectFile::close);
        file.set(Optional.empty());
        show(History.EMPTY);
    }

    /** Computes a step in the background, stores it and shows the project it led to. */
    public JobRunner.Running take(String title, Journey.Step step, Consumer<Outcome<History>> whenEnded) {
        var journey = journey();
        return change(title, progress -> journey.take(step, progress), whenEnded);
    }

    /** Does anything that leads to another history, such as several steps in a row. */
    public JobRunner.Running change(String title, Job.Body<History> work, Consumer<Outcome<History>> whenEnded) {
        var open = file();
        return jobs.start(new Job<>(title, work), outcome -> {
            // Whatever came of the job, steps it stored before it ended are shown; a closed project is not.
            if (file.get().equals(Optional.of(open))) {
                show(open.history());
            }
            whenEnded.accept(outcome);
        });
    }

    /** Builds profiles and computes features where there are none that still hold. */
    public void ensureFeatures(Consumer<Outcome<History>> whenEnded) {
        var journey = journey();
        change(
                Texts.of("session.preparing"),
                progress -> {
                    journey.ensureFeatures(progress);
                    return file().history();
                },
                whenEnded);
    }

    public void undo(Consumer<Outcome<History>> whenEnded) {
        var open = file();
        change("Undoing", open::undo, whenEnded);
    }

    public void redo(Consumer<Outcome<History>> whenEnded) {
        var open = file();
        change("Redoing", open::redo, whenEnded);
    }

    private void show(History shown) {
        stale.set(Lineage.stale(shown.present()));
        history.set(shown);
    }

    /** Work that reads the project's rows and changes nothing. */
    public <T> JobRunner.Running read(String title, Reading<T> reading, Consumer<Outcome<T>> whenEnded) {
        var open = file();
        return jobs.start(new Job<>(title, progress -> reading.read(open, progress)), whenEnded);
    }

    /** How a result of the project was made; empty without one, or when the history does not know it. */
    public Optional<Explanation> explain(Optional<? extends Made<?>> made) {
        return made.flatMap(result -> explanations().of(result));
    }

    /** The way to ask how results that are shown together were made; empty without any. */
    public Optional<Supplier<Explanation>> explanation(String title, List<? extends Made<?>> made) {
        return made.isEmpty()
                ? Optional.empty()
                : Optional.of(() -> explanations().of(title, made));
    }

    /** How a step was made. */
    public Explanation explain(Change change) {
        return explanations().of(change);
    }

    /** How measures of ways to recommend came about, which are shown side by side and not kept. */
    public Explanation explain(List<Evaluation> measured) {
        return explanations().ofEvaluations(measured);
    }

    private Explanations explanations() {
        return new Explanations(history.get(), file().path());
    }

    /** Reads from an open project. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(ProjectFile file, Progress progress) throws Exception;
    }
}
