package corymb.ui.session;

import corymb.project.History;
import corymb.project.Journey;
import corymb.project.Made;
import corymb.project.Project;
import corymb.work.JobRunner;
import corymb.work.Outcome;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;

/** The newest result of a step of the journey: itself, whether its inputs have changed since, whether it is being made anew. */
public final class Newest<R> {
    private final Session session;
    private final Function<Project, Optional<Made<R>>> find;
    private final ReadOnlyObjectWrapper<Optional<Made<R>>> made = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Outcome<?>> ended = new ReadOnlyObjectWrapper<>(new Outcome.Cancelled<>());
    private final ChangeListener<History> changed = (_, _, _) -> show();
    private Consumer<Boolean> shown = _ -> {};
    private Optional<JobRunner.Running> job = Optional.empty();

    /**
     * Follows the open project.
     *
     * @param find where in a project the result stands
     */
    public Newest(Session session, Function<Project, Optional<Made<R>>> find) {
        this.session = session;
        this.find = find;
        session.historyProperty().addListener(new WeakChangeListener<>(changed));
    }

    /** Tells of the project as it is now and of each that follows; the answer is whether the result is another one. */
    public void follow(Consumer<Boolean> whenShown) {
        shown = whenShown;
        show();
    }

    private void show() {
        var now = find.apply(session.project());
        boolean isAnother = !now.map(Made::id).equals(made.get().map(Made::id));
        stale.set(now.map(result -> session.staleProperty().get().contains(result.id()))
                .orElse(false));
        made.set(now);
        shown.accept(isAnother);
    }

    public ReadOnlyObjectProperty<Optional<Made<R>>> madeProperty() {
        return made.getReadOnlyProperty();
    }

    /** The result itself; empty while there is none. */
    public Optional<R> value() {
        return made.get().map(Made::value);
    }

    public ReadOnlyBooleanProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** How the last thing that was asked for ended. */
    public ReadOnlyObjectProperty<Outcome<?>> endedProperty() {
        return ended.getReadOnlyProperty();
    }

    /** Makes the result by a step. */
    public void take(String title, Journey.Step step) {
        running.set(true);
        job = Optional.of(session.take(title, step, outcome -> {
            running.set(false);
            ended.set(outcome);
        }));
    }

    /** Stops the step that is under way. */
    public void stop() {
        job.ifPresent(JobRunner.Running::cancel);
    }

    /** Tells how something ended that was asked for beside the step itself. */
    public void end(Outcome<?> outcome) {
        ended.set(outcome);
    }

    /** Reads beside the step; what keeps it from being read is told like the end of a step. */
    public <T> void read(String title, Session.Reading<T> reading, Consumer<T> then) {
        session.read(title, reading, outcome -> {
            if (outcome instanceof Outcome.Done<T>(var value)) {
                then.accept(value);
            } else {
                ended.set(outcome);
            }
        });
    }
}
