package corymb.ui.segments;

import corymb.chart.FunnelCharts;
import corymb.chart.PathWords;
import corymb.path.Breakdown;
import corymb.path.Funnel;
import corymb.path.FunnelPeople;
import corymb.path.FunnelPlan;
import corymb.path.Leaving;
import corymb.path.Steps;
import corymb.path.Steps.Order;
import corymb.project.EventValues;
import corymb.project.Made;
import corymb.project.Project;
import corymb.rule.Link;
import corymb.rule.Rule;
import corymb.segment.Segment;
import corymb.ui.kit.Texts;
import corymb.ui.session.Latest;
import corymb.ui.session.PeopleModel;
import corymb.ui.session.Session;
import corymb.work.Outcome;
import corymb.work.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A funnel that is put together, counted, and looked into. */
public final class FunnelModel {
    private static final List<String> USUAL = List.of("view", "cart", "purchase");

    private final Session session;
    private final Latest counting;
    private final PeopleModel people;
    private final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.ONE_BY_ONE);
    private final StringProperty count = new SimpleStringProperty("7");
    private final ObjectProperty<Optional<Link.Unit>> unit = new SimpleObjectProperty<>(Optional.of(Link.Unit.DAYS));
    private final ObjectProperty<Breakdown> breakdown = new SimpleObjectProperty<>(new Breakdown.None());
    private final ReadOnlyObjectWrapper<Optional<Counted>> counted = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Outcome<?>> outcome = new ReadOnlyObjectWrapper<>(new Outcome.Cancelled<>());

    public FunnelModel(Session session) {
        this.session = session;
        counting = new Latest(session);
        people = new PeopleModel(session);
    }

    /**
     * A funnel and where those went who left it.
     *
     * @param segments those it asked for, as they were
     */
    record Counted(Funnel funnel, List<Leaving> leaving, List<Made<Segment>> segments) {
        Counted {
            leaving = List.copyOf(leaving);
            segments = List.copyOf(segments);
        }
    }

    /** In what order the steps are taken. */
    ObjectProperty<Order> orderProperty() {
        return order;
    }

    /** How many of the unit there are from the first step to the last, as typed. */
    StringProperty countProperty() {
        return count;
    }

    /** What the time from the first step to the last is counted in; empty for the same session. */
    ObjectProperty<Optional<Link.Unit>> unitProperty() {
        return unit;
    }

    ObjectProperty<Breakdown> breakdownProperty() {
        return breakdown;
    }

    /** What came of it; empty before anything was counted, and once something it rests on has changed. */
    ReadOnlyObjectProperty<Optional<Counted>> countedProperty() {
        return counted.getReadOnlyProperty();
    }

    /** How the last counting ended. */
    ReadOnlyObjectProperty<Outcome<?>> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    PeopleModel people() {
        return people;
    }

    Project project() {
        return session.project();
    }

    /** The types of events to begin with: the usual way to a purchase, or the commonest. */
    List<String> usual() {
        var types = EventValues.types(project());
        var usual = USUAL.stream().filter(types::contains).toList();
        var chosen = usual.size() >= Steps.FEWEST
                ? usual
                : types.stream().limit(Steps.FEWEST).toList();
        return Stream.concat(chosen.stream(), Stream.of("", ""))
                .limit(Math.max(Steps.FEWEST, chosen.size()))
                .toList();
    }

    /** Forgets what was counted. */
    void clear() {
        counting.forget();
        people.clear();
        show(Optional.empty());
    }

    /** Forgets what was counted where a segment it asked for is another one now. */
    void forgetStale() {
        counted.get()
                .filter(found ->
                        !found.segments().equals(segments(found.funnel().plan())))
                .ifPresent(_ -> clear());
    }

    private List<Made<Segment>> segments(FunnelPlan plan) {
        return plan.segments().stream()
                .flatMap(name -> project().segment(name).stream())
                .toList();
    }

    /** Counts how far customers come; says what is missing where the plan is not complete. */
    void count(List<Optional<Rule>> steps, PathScope.Asked asked) {
        var plan = plan(steps, asked);
        if (plan.isEmpty()) {
            outcome.set(new Outcome.Failed<>(
                    new Problem(Texts.of("funnel.incomplete"), "", Texts.of("funnel.incompleteRemedy"))));
            return;
        }
        var journey = session.journey();
        var segments = segments(plan.get());
        counting.<Counted>ask(
                Texts.of("funnel.counting"),
                (_, progress) -> {
                    var funnel = journey.paths().funnel(plan.get(), progress.between(0, 0.7));
                    return new Counted(funnel, journey.paths().leaving(funnel, progress.between(0.7, 1)), segments);
                },
                ended -> {
                    outcome.set(ended);
                    if (ended instanceof Outcome.Done<Counted>(var found)) {
                        people.clear();
                        show(Optional.of(found));
                    }
                });
    }

    private Optional<FunnelPlan> plan(List<Optional<Rule>> steps, PathScope.Asked asked) {
        var rules = steps.stream().flatMap(Optional::stream).toList();
        return rules.size() < steps.size() || rules.size() < Steps.FEWEST
                ? Optional.empty()
                : link().map(link -> new FunnelPlan(
                        new Steps(rules, order.get(), link), asked.days(), asked.segment(), breakdown.get()));
    }

    private Optional<Link> link() {
        return unit.get().isEmpty()
                ? Optional.of(new Link.SameSession())
                : Condition.whole(count.get())
                        .map(number -> new Link.Within(number, unit.get().get()));
    }

    private void show(Optional<Counted> found) {
        counted.get()
                .map(before -> before.funnel().ways().name())
                .ifPresent(name -> session.file().engine().drop(name));
        counted.set(found);
    }

    /** Shows those behind a bar: who took a step, counted from 1, or took it and not the next. */
    void open(int step, boolean isLeft) {
        counted.get().ifPresent(found -> show(new FunnelPeople(found.funnel(), step, isLeft, Optional.empty())));
    }

    /** Shows those behind a cell of the parts. */
    void openPart(String key) {
        counted.get().ifPresent(found -> {
            var chosen = FunnelCharts.partStep(found.funnel(), key);
            show(new FunnelPeople(
                    found.funnel(),
                    chosen.step(),
                    false,
                    Optional.of(chosen.part().of())));
        });
    }

    /** Shows those whose next event after a step was of a type. */
    void openNext(int step, String type) {
        counted.get()
                .ifPresent(found -> people.show(new SharedPeople(project())
                        .found(
                                Texts.of("funnel.went", PathWords.next(type), name(found.funnel(), step)),
                                Leaving.people(session.journey().population(), found.funnel(), step, type),
                                Optional.empty())));
    }

    private void show(FunnelPeople some) {
        var schema = session.journey().population().schema();
        people.show(new SharedPeople(project()).found(title(some), some.ids(), some.rule(schema)));
    }

    private String title(FunnelPeople some) {
        var funnel = some.funnel();
        var key = some.isLeft() ? "funnel.leftAfter" : "funnel.took";
        var title = Texts.of(key, name(funnel, some.step()));
        return some.part()
                .map(of -> Texts.of(
                        "funnel.ofPart", title, PathWords.part(of, funnel.plan().breakdown())))
                .orElse(title);
    }

    private static String name(Funnel funnel, int step) {
        return PathWords.named(funnel.plan().steps(), step);
    }
}
