package corymb.ui.segments;

import corymb.path.PathPlan;
import corymb.project.Journey;
import corymb.project.Made;
import corymb.project.Project;
import corymb.project.SavedPlans;
import corymb.project.SavedPlans.Saved;
import corymb.ui.kit.Texts;
import corymb.ui.session.Session;
import corymb.work.Outcome;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What funnels and cohorts rest on, and those that are kept under names. */
public final class PathsModel {
    private final Session session;
    private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<List<Long>> ground = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Long>> segments = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<SavedPlans<PathPlan>> saved = new ReadOnlyObjectWrapper<>(SavedPlans.none());
    private final ReadOnlyObjectWrapper<Optional<Saved<PathPlan>>> opened =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Outcome<?>> outcome = new ReadOnlyObjectWrapper<>(new Outcome.Cancelled<>());

    public PathsModel(Session session) {
        this.session = session;
        session.historyProperty().subscribe(history -> follow(history.present()));
    }

    /** Whether anything is known of what customers did. */
    ReadOnlyBooleanProperty knownProperty() {
        return known.getReadOnlyProperty();
    }

    /** The results that everything counted rests on; another list when one of them has changed. */
    ReadOnlyObjectProperty<List<Long>> groundProperty() {
        return ground.getReadOnlyProperty();
    }

    /** The segments there are; another list when one of them has changed. */
    ReadOnlyObjectProperty<List<Long>> segmentsProperty() {
        return segments.getReadOnlyProperty();
    }

    /** What is kept. */
    ReadOnlyObjectProperty<SavedPlans<PathPlan>> savedProperty() {
        return saved.getReadOnlyProperty();
    }

    /** What was opened last, to be shown and counted. */
    ReadOnlyObjectProperty<Optional<Saved<PathPlan>>> openedProperty() {
        return opened.getReadOnlyProperty();
    }

    /** How the last keeping ended. */
    ReadOnlyObjectProperty<Outcome<?>> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    private void follow(Project project) {
        known.set(project.population()
                .filter(people -> people.terms().events().has("timestamp"))
                .isPresent());
        set(
                ground,
                Stream.of(project.sources(), project.features().stream().toList(), project.clusterings())
                        .flatMap(List::stream)
                        .map(Made::id)
                        .toList());
        set(segments, project.segments().stream().map(Made::id).toList());
        saved.set(project.paths());
    }

    private static void set(ReadOnlyObjectWrapper<List<Long>> property, List<Long> ids) {
        if (!Objects.equals(property.get(), ids)) {
            property.set(ids);
        }
    }

    void open(Saved<PathPlan> wanted) {
        opened.set(Optional.empty());
        opened.set(Optional.of(wanted));
    }

    /** Whether something of a kind is kept under a name. */
    boolean isKept(String name, Class<? extends PathPlan> kind) {
        return saved.get()
                .find(name.strip())
                .map(Saved::plan)
                .filter(kind::isInstance)
                .isPresent();
    }

    /** Keeps a plan under a name, in the place of another of its kind and that name. */
    void save(String name, PathPlan plan) {
        take("paths.saving", (journey, _) -> journey.paths().save(name, plan));
    }

    void rename(String from, String to) {
        take("paths.renaming", (journey, _) -> journey.paths().rename(from, to));
    }

    void remove(String name) {
        take("paths.removing", (journey, _) -> journey.paths().remove(name));
    }

    private void take(String title, Journey.Step step) {
        session.take(Texts.of(title), step, outcome::set);
    }
}
