package corymb.ui.segments;

import corymb.chart.ChartSpec;
import corymb.chart.CohortCharts;
import corymb.chart.CohortCharts.Telling;
import corymb.path.CohortPeople;
import corymb.path.CohortPlan;
import corymb.path.CohortPlan.Back;
import corymb.path.CohortPlan.Calendar;
import corymb.path.CohortPlan.Period;
import corymb.path.CohortPlan.Start;
import corymb.path.Cohorts;
import corymb.project.EventValues;
import corymb.project.Made;
import corymb.project.Project;
import corymb.rule.Rule;
import corymb.segment.Segment;
import corymb.ui.kit.Texts;
import corymb.ui.session.Latest;
import corymb.ui.session.PeopleModel;
import corymb.ui.session.Session;
import corymb.work.Outcome;
import corymb.work.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** Cohorts that are put together, counted, and looked into. */
public final class CohortsModel {
    private static final String USUAL = "purchase";

    private final Session session;
    private final Latest counting;
    private final PeopleModel people;
    private final ObjectProperty<Optional<String>> startDate = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<String>> column = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Period> period = new SimpleObjectProperty<>(Period.MONTH);
    private final ObjectProperty<Telling> telling = new SimpleObjectProperty<>(Telling.SHARE);
    private final ReadOnlyObjectWrapper<Optional<Cohorts>> cohorts = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Outcome<?>> outcome = new ReadOnlyObjectWrapper<>(new Outcome.Cancelled<>());

    private Optional<Made<Segment>> ofSegment = Optional.empty();

    public CohortsModel(Session session) {
        this.session = session;
        counting = new Latest(session);
        people = new PeopleModel(session);
    }

    /** The field whose day they begin on; empty where they begin with an event. */
    ObjectProperty<Optional<String>> startDateProperty() {
        return startDate;
    }

    /** The column that is added up; empty for none. */
    ObjectProperty<Optional<String>> columnProperty() {
        return column;
    }

    ObjectProperty<Period> periodProperty() {
        return period;
    }

    /** What the cells tell. */
    ObjectProperty<Telling> tellingProperty() {
        return telling;
    }

    /** What came of it; empty before anything was counted, and once something it rests on has changed. */
    ReadOnlyObjectProperty<Optional<Cohorts>> cohortsProperty() {
        return cohorts.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Outcome<?>> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    PeopleModel people() {
        return people;
    }

    Project project() {
        return session.project();
    }

    /** The type of events to begin with: purchases, or the commonest. */
    String usual() {
        var types = EventValues.types(project());
        return types.contains(USUAL) ? USUAL : types.stream().findFirst().orElse("");
    }

    /** Forgets what was counted. */
    void clear() {
        counting.forget();
        people.clear();
        show(Optional.empty());
    }

    /** Forgets what was counted where the segment it asked for is another one now. */
    void forgetStale() {
        cohorts.get().filter(found -> !ofSegment.equals(segment(found.plan()))).ifPresent(_ -> clear());
    }

    private Optional<Made<Segment>> segment(CohortPlan plan) {
        return plan.segment().flatMap(project()::segment);
    }

    /** Counts who came back when; says what is missing where the plan is not complete. */
    void count(Optional<Rule> first, Optional<Rule> back, PathScope.Asked asked) {
        var start = startDate.get().<Start>map(Start.OnDate::new).or(() -> first.map(Start.FirstEvent::new));
        if (start.isEmpty() || back.isEmpty()) {
            outcome.set(new Outcome.Failed<>(
                    new Problem(Texts.of("cohorts.incomplete"), "", Texts.of("cohorts.incompleteRemedy"))));
            return;
        }
        var plan = new CohortPlan(
                start.get(),
                new Back(back.get(), column.get()),
                new Calendar(period.get(), period.get().usual(), asked.days()),
                asked.segment());
        var journey = session.journey();
        var segment = segment(plan);
        counting.<Cohorts>ask(
                Texts.of("cohorts.counting"), (_, progress) -> journey.paths().cohorts(plan, progress), ended -> {
                    outcome.set(ended);
                    if (ended instanceof Outcome.Done<Cohorts>(var found)) {
                        people.clear();
                        ofSegment = segment;
                        show(Optional.of(found));
                    }
                });
    }

    private void show(Optional<Cohorts> found) {
        cohorts.get()
                .map(before -> before.starts().name())
                .ifPresent(name -> session.file().engine().drop(name));
        if (found.filter(one -> one.plan().back().column().isPresent()).isEmpty()
                && List.of(Telling.TOTAL, Telling.TOTAL_EACH).contains(telling.get())) {
            telling.set(Telling.SHARE);
        }
        cohorts.set(found);
    }

    /** The triangle; empty where nobody began. */
    Optional<ChartSpec> triangle() {
        return cohorts.get()
                .filter(found -> !found.cohorts().isEmpty())
                .map(found -> CohortCharts.triangle(found, telling.get()));
    }

    /** Shows those behind a cell. */
    void open(String key) {
        var cell = ChartSpec.Cell.of(key);
        cohorts.get()
                .ifPresent(found -> CohortCharts.cohort(found, cell).ifPresent(cohort -> {
                    int after = Integer.parseInt(cell.column());
                    var some = new CohortPeople(found, cohort, Optional.of(after));
                    var begun = CohortCharts.begins(found, cohort);
                    people.show(new SharedPeople(project())
                            .found(
                                    Texts.of(
                                            "cohorts.people",
                                            begun,
                                            after,
                                            Texts.of("cohorts.periods."
                                                    + found.plan()
                                                            .calendar()
                                                            .period()
                                                            .name()
                                                            .toLowerCase(Locale.ROOT))),
                                    some.ids(session.journey().population()),
                                    some.rule()));
                }));
    }
}
