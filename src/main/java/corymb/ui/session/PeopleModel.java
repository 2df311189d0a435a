package corymb.ui.session;

import corymb.chart.Vocabulary;
import corymb.project.Made;
import corymb.segment.CustomerList;
import corymb.segment.ListOrigin;
import corymb.segment.Segment;
import corymb.segment.SegmentPlan;
import corymb.ui.kit.RowSource;
import corymb.ui.kit.Texts;
import corymb.work.Outcome;
import corymb.work.Problem;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The people behind what was clicked on a page, and how they become a segment. */
public final class PeopleModel {
    private final Session session;
    private final ReadOnlyObjectWrapper<Optional<People>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RowSource>> rows = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Outcome<?>> ended = new ReadOnlyObjectWrapper<>(new Outcome.Cancelled<>());

    public PeopleModel(Session session) {
        this.session = session;
    }

    /** Who is shown; empty before anything was clicked. */
    public ReadOnlyObjectProperty<Optional<People>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Their rows; those of the people before stay until these are read. */
    public ReadOnlyObjectProperty<Optional<RowSource>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** How the last reading or the last making of a segment ended. */
    public ReadOnlyObjectProperty<Outcome<?>> endedProperty() {
        return ended.getReadOnlyProperty();
    }

    /** The columns of features in words. */
    public Vocabulary words() {
        return Vocabulary.of(session.project());
    }

    public void clear() {
        shown.set(Optional.empty());
        rows.set(Optional.empty());
    }

    public void show(People people) {
        shown.set(Optional.of(people));
        session.<RowSource>read(
                Texts.of("people.reading"),
                (file, progress) -> QueryRows.of(file.engine(), people.rows(), progress),
                outcome -> {
                    if (!shown.get().equals(Optional.of(people))) {
                        return;
                    }
                    if (outcome instanceof Outcome.Done<RowSource>(var found)) {
                        rows.set(Optional.of(found));
                    } else {
                        ended.set(outcome);
                    }
                });
    }

    /** Keeps the people who are shown as a segment of that name and tells of it. */
    public void makeSegment(String name, Consumer<Segment> then) {
        var wanted = name.strip();
        if (wanted.isEmpty()) {
            ended.set(problem("people.noName", "people.noNameRemedy"));
        } else if (session.project().segment(wanted).isPresent()) {
            ended.set(problem("people.nameTaken", "people.nameTakenRemedy", wanted));
        } else {
            shown.get().ifPresent(people -> define(wanted, people, then));
        }
    }

    private void define(String name, People people, Consumer<Segment> then) {
        var engine = session.file().engine();
        session.take(
                Texts.of("people.making"),
                (journey, progress) -> {
                    var rule = people.rule()
                            .orElseGet(() -> CustomerList.of(engine, people.rows(), progress.between(0, 0.3)));
                    var plan = new SegmentPlan(name, rule, people.clustering(), people.origin());
                    return journey.segments().define(from(people, plan), progress.between(0.3, 1));
                },
                outcome -> {
                    ended.set(outcome);
                    session.project().segment(name).map(Made::value).ifPresent(then);
                });
    }

    /** A list keeps whom it was made of, which a rule says by itself. */
    private SegmentPlan from(People people, SegmentPlan plan) {
        return people.rule().isPresent()
                ? plan
                : session.project()
                        .population()
                        .map(population -> plan.listing(new ListOrigin(people.whole(), population.asOf())))
                        .orElse(plan);
    }

    private static Outcome<?> problem(String what, String remedy, Object... values) {
        return new Outcome.Failed<>(new Problem(Texts.of(what, values), "", Texts.of(remedy)));
    }
}
