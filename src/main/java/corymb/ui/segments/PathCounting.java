package corymb.ui.segments;

import corymb.chart.PathWords;
import corymb.path.PathPlan;
import corymb.project.Made;
import corymb.project.PathSteps;
import corymb.project.Project;
import corymb.project.ProjectFile;
import corymb.rule.Rule;
import corymb.segment.Segment;
import corymb.segment.UnknownValues;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.ui.session.Latest;
import corymb.ui.session.PeopleModel;
import corymb.ui.session.Session;
import corymb.work.Outcome;
import corymb.work.Problem;
import corymb.work.Progress;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Counts a funnel or cohorts, one at a time: what came of it is there until something it rests on has changed, and the rows behind it
 * are dropped when it goes.
 *
 * @param <T> what comes of it
 */
final class PathCounting<T> {
    private final Session session;
    private final Function<T, Relation> rows;
    private final Latest latest = new Latest();
    private final PeopleModel people;
    private final ReadOnlyObjectWrapper<Optional<T>> counted = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Outcome<?>> outcome = new ReadOnlyObjectWrapper<>(new Outcome.Cancelled<>());
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private Optional<Basis> basis = Optional.empty();

    /** @param rows the rows behind what comes of it */
    PathCounting(Session session, Function<T, Relation> rows) {
        this.session = session;
        this.rows = rows;
        people = new PeopleModel(session);
    }

    /** What is counted. */
    @FunctionalInterface
    interface Question<T> {
        T count(PathSteps steps, Progress progress);
    }

    /**
     * What something was counted of.
     *
     * @param file the project, which has the rows
     * @param segments those the plan asks for, as they were
     */
    private record Basis(ProjectFile file, PathPlan plan, List<Made<Segment>> segments) {
        Basis {
            segments = List.copyOf(segments);
        }
    }

    /** What came of it; empty before anything was counted, and once something it rests on has changed. */
    ReadOnlyObjectProperty<Optional<T>> countedProperty() {
        return counted.getReadOnlyProperty();
    }

    /** How the last counting ended. */
    ReadOnlyObjectProperty<Outcome<?>> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /** Which values were asked for in vain; empty where none were. */
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    PeopleModel people() {
        return people;
    }

    Project project() {
        return session.project();
    }

    /** The plan, if it is complete; says what is missing where it is not. */
    <P extends PathPlan> Optional<P> require(Optional<P> plan, String missing, String remedy) {
        if (plan.isEmpty()) {
            outcome.set(new Outcome.Failed<>(new Problem(missing, "", remedy)));
        }
        return plan;
    }

    void ask(String title, PathPlan plan, Question<T> question) {
        record Answer<T>(List<Problem> unknown, T found) {}
        var steps = session.journey().paths();
        var asked = new Basis(session.file(), plan, segments(plan));
        note.set("");
        latest.<Answer<T>>ask(
                session,
                title,
                (file, progress) -> new Answer<>(unknown(file, plan, progress), question.count(steps, progress)),
                ended -> {
                    outcome.set(ended);
                    if (ended instanceof Outcome.Done<Answer<T>>(var answer)) {
                        people.clear();
                        show(Optional.of(answer.found()), Optional.of(asked));
                        note.set(RuleNotes.lines(answer.unknown()));
                    }
                },
                late -> drop(late.found(), asked));
    }

    private static List<Problem> unknown(ProjectFile file, PathPlan plan, Progress progress) {
        var people = file.history().present().population().orElseThrow();
        return UnknownValues.ofEvents(file.engine(), people, plan.events(), progress.untold());
    }

    /** Forgets what was counted. */
    void clear() {
        latest.forget();
        people.clear();
        note.set("");
        show(Optional.empty(), Optional.empty());
    }

    /** Forgets what was counted where a segment it asked for is another one now. */
    void forgetStale() {
        basis.filter(asked -> !asked.segments().equals(segments(asked.plan()))).ifPresent(_ -> clear());
    }

    private List<Made<Segment>> segments(PathPlan plan) {
        return plan.segments().stream()
                .flatMap(name -> project().segment(name).stream())
                .toList();
    }

    private void show(Optional<T> found, Optional<Basis> asked) {
        counted.get().ifPresent(before -> basis.ifPresent(was -> drop(before, was)));
        basis = asked;
        counted.set(found);
    }

    /** A project that is closed took its rows along. */
    private void drop(T found, Basis asked) {
        if (session.fileProperty().get().equals(Optional.of(asked.file()))) {
            asked.file().engine().drop(rows.apply(found).name());
        }
    }

    /** Shows some of the customers. */
    void open(String title, Sql ids, Optional<Rule> rule) {
        var within = basis.map(asked -> PathWords.plan(asked.plan())).orElse("");
        people.show(new SharedPeople(project()).found(title, ids, rule).within(within));
    }
}
