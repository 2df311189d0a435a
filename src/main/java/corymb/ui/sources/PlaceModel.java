package corymb.ui.sources;

import corymb.importing.Origin;
import corymb.remote.DatabaseFetch;
import corymb.remote.Secret;
import corymb.remote.ServiceFetch;
import corymb.stats.Seed;
import corymb.ui.kit.ErrorLog;
import corymb.ui.kit.Texts;
import corymb.ui.session.Session;
import corymb.work.Failure;
import corymb.work.JobRunner;
import corymb.work.Outcome;
import corymb.work.Problem;
import corymb.work.Progress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Rows on their way from a database or a web service into a file of the project's scratch folder. */
public final class PlaceModel {
    private final Session session;
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper fetching = new ReadOnlyBooleanWrapper();
    private JobRunner.Running running = () -> {};

    PlaceModel(Session session) {
        this.session = session;
    }

    public ReadOnlyObjectProperty<Optional<Problem>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty fetchingProperty() {
        return fetching.getReadOnlyProperty();
    }

    /** Fetches the rows of the place that {@code asked} tells, and hands on the file they are in; the secret is kept nowhere. */
    void fetch(Supplier<Origin> asked, Secret secret, BiConsumer<Path, Origin> whenFetched) {
        try {
            fetch(asked.get(), secret, whenFetched);
        } catch (Failure e) {
            problem.set(Optional.of(e.problem()));
        }
    }

    private void fetch(Origin place, Secret secret, BiConsumer<Path, Origin> whenFetched) {
        problem.set(Optional.empty());
        fetching.set(true);
        running = session.read(
                Texts.of("place.fetching", place.proposedName()),
                (open, progress) -> fetched(place, secret, open.engine().newFolder("fetched"), progress),
                outcome -> {
                    fetching.set(false);
                    problem.set(problemOf(outcome));
                    if (outcome instanceof Outcome.Done(var file)) {
                        whenFetched.accept(file, place);
                    }
                });
    }

    private Path fetched(Origin place, Secret secret, Path folder, Progress progress) {
        return switch (place) {
            case Origin.Database from -> new DatabaseFetch().run(from, secret, folder, progress);
            case Origin.Service from ->
                new ServiceFetch(session.clock(), new Seed(session.clock().millis()))
                        .run(from, secret, folder, progress);
            case Origin.Files _ -> throw new IllegalArgumentException("Files lie here already");
        };
    }

    /** Stops a fetch that is under way. */
    void stop() {
        running.cancel();
    }

    private static Optional<Problem> problemOf(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> _, Outcome.Cancelled<?> _ -> Optional.empty();
            case Outcome.Failed<?>(var what) -> Optional.of(what);
            case Outcome.Broken<?>(var cause) ->
                Optional.of(
                        new Problem(Texts.of("kit.broken", ErrorLog.code(cause)), "", Texts.of("kit.brokenRemedy")));
        };
    }
}
