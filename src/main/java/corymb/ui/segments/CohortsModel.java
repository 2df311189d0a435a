package corymb.ui.segments;

import corymb.chart.ChartSpec;
import corymb.chart.CohortCharts;
import corymb.chart.CohortCharts.Telling;
import corymb.chart.PathWords;
import corymb.path.CohortPlan;
import corymb.path.CohortPlan.Back;
import corymb.path.CohortPlan.Calendar;
import corymb.path.CohortPlan.Period;
import corymb.path.CohortPlan.Start;
import corymb.path.Cohorts;
import corymb.project.EventValues;
import corymb.rule.Rule;
import corymb.ui.kit.Texts;
import corymb.ui.session.Session;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Cohorts that are put together, counted, and looked into. */
public final class CohortsModel {
    private static final String USUAL = "purchase";

    private final Session session;
    private final PathCounting<Cohorts> counting;
    private final ObjectProperty<Optional<String>> startDate = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<String>> column = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Period> period = new SimpleObjectProperty<>(Period.MONTH);
    private final StringProperty following = new SimpleStringProperty("");
    private final ObjectProperty<Telling> telling = new SimpleObjectProperty<>(Telling.SHARE);

    public CohortsModel(Session session) {
        this.session = session;
        counting = new PathCounting<>(session, Cohorts::starts);
        counting.countedProperty().subscribe(found -> found.ifPresent(this::tellOnlyWhatIsKnown));
        period.subscribe(chosen -> following.set(Integer.toString(chosen.usual())));
    }

    /** How they are counted, and what came of it. */
    PathCounting<Cohorts> counting() {
        return counting;
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

    /** For how many periods each cohort is followed, as typed. */
    StringProperty followingProperty() {
        return following;
    }

    /** What the cells tell. */
    ObjectProperty<Telling> tellingProperty() {
        return telling;
    }

    /** The type of events to begin with: purchases, or the commonest. */
    String usual() {
        var types = EventValues.offered(session.project());
        return types.contains(USUAL) ? USUAL : types.stream().findFirst().orElse("");
    }

    /** Puts all but the events, and of whom they are, as a plan says. */
    void fill(CohortPlan plan) {
        startDate.set(plan.start() instanceof Start.OnDate(var field) ? Optional.of(field) : Optional.empty());
        column.set(plan.back().column());
        period.set(plan.calendar().period());
        following.set(Integer.toString(plan.calendar().following()));
    }

    /** What is put together; says what is missing where it is not complete. */
    Optional<CohortPlan> plan(Optional<Rule> first, Optional<Rule> back, PathScope.Asked asked) {
        var start = startDate.get().<Start>map(Start.OnDate::new).or(() -> first.map(Start.FirstEvent::new));
        var calendar = Condition.whole(following.get())
                .filter(count -> count <= Calendar.MOST)
                .map(count -> new Calendar(period.get(), count, asked.days()));
        return counting.require(
                start.flatMap(begun -> back.flatMap(events -> calendar.map(
                        periods -> new CohortPlan(begun, new Back(events, column.get()), periods, asked.segment())))),
                Texts.of("cohorts.incomplete"),
                Texts.of("cohorts.incompleteRemedy"));
    }

    /** Counts who came back when. */
    void count(CohortPlan plan) {
        counting.ask(Texts.of("cohorts.counting"), plan, (steps, progress) -> steps.cohorts(plan, progress));
    }

    private void tellOnlyWhatIsKnown(Cohorts found) {
        if (!tellings(found).contains(telling.get())) {
            telling.set(Telling.SHARE);
        }
    }

    /** What the cells can tell of what was counted. */
    static List<Telling> tellings(Cohorts found) {
        return found.plan().back().column().isPresent()
                ? List.of(Telling.values())
                : List.of(Telling.SHARE, Telling.PEOPLE);
    }

    /** The triangle; empty where nobody began. */
    Optional<ChartSpec> triangle() {
        return counted()
                .filter(found -> !found.cohorts().isEmpty())
                .map(found -> CohortCharts.triangle(found, telling.get()));
    }

    private Optional<Cohorts> counted() {
        return counting.countedProperty().get();
    }

    /** Shows those behind a cell. */
    void open(String key) {
        counted()
                .flatMap(found -> CohortCharts.people(found, ChartSpec.Cell.of(key)))
                .ifPresent(some -> counting.open(
                        PathWords.people(some), some.ids(session.journey().population()), some.rule()));
    }
}
