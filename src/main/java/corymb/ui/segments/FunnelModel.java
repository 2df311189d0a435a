package corymb.ui.segments;

import corymb.chart.FunnelCharts;
import corymb.chart.PathWords;
import corymb.path.Breakdown;
import corymb.path.FunnelPeople;
import corymb.path.FunnelPlan;
import corymb.path.Leaving;
import corymb.path.Steps;
import corymb.path.Steps.Order;
import corymb.project.EventValues;
import corymb.project.PathSteps.CountedFunnel;
import corymb.rule.Link;
import corymb.rule.Rule;
import corymb.ui.kit.Texts;
import corymb.ui.session.Session;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A funnel that is put together, counted, and looked into. */
public final class FunnelModel {
    private static final List<String> USUAL = List.of("view", "cart", "purchase");

    private final Session session;
    private final PathCounting<CountedFunnel> counting;
    private final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.ONE_BY_ONE);
    private final StringProperty count = new SimpleStringProperty("7");
    private final ObjectProperty<Optional<Link.Unit>> unit = new SimpleObjectProperty<>(Optional.of(Link.Unit.DAYS));
    private final ObjectProperty<Breakdown> breakdown = new SimpleObjectProperty<>(new Breakdown.None());

    public FunnelModel(Session session) {
        this.session = session;
        counting = new PathCounting<>(session, found -> found.funnel().ways());
    }

    /** How it is counted, and what came of it. */
    PathCounting<CountedFunnel> counting() {
        return counting;
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

    /** The types of events to begin with: the usual way to a purchase, or the commonest. */
    List<String> usual() {
        var types = EventValues.offered(session.project());
        var usual = USUAL.stream().filter(types::contains).toList();
        var chosen = usual.size() >= Steps.FEWEST
                ? usual
                : types.stream().limit(Steps.FEWEST).toList();
        return Stream.concat(chosen.stream(), Stream.of("", ""))
                .limit(Math.max(Steps.FEWEST, chosen.size()))
                .toList();
    }

    /** Puts all but the steps, and of whom it is, as a plan says. */
    void fill(FunnelPlan plan) {
        order.set(plan.steps().order());
        switch (plan.steps().link()) {
            case Link.SameSession _ -> unit.set(Optional.empty());
            case Link.Within within -> {
                count.set(Integer.toString(within.count()));
                unit.set(Optional.of(within.unit()));
            }
        }
        breakdown.set(plan.breakdown());
    }

    /** What is put together; says what is missing where it is not complete. */
    Optional<FunnelPlan> plan(List<Optional<Rule>> steps, PathScope.Asked asked) {
        var rules = steps.stream().flatMap(Optional::stream).toList();
        boolean isComplete = rules.size() == steps.size() && rules.size() >= Steps.FEWEST;
        return counting.require(
                link().filter(_ -> isComplete)
                        .map(link -> new FunnelPlan(
                                new Steps(rules, order.get(), link), asked.days(), asked.segment(), breakdown.get())),
                Texts.of("funnel.incomplete"),
                Texts.of("funnel.incompleteRemedy"));
    }

    /** Counts how far customers come. */
    void count(FunnelPlan plan) {
        counting.ask(Texts.of("funnel.counting"), plan, (steps, progress) -> steps.funnel(plan, progress));
    }

    private Optional<Link> link() {
        return unit.get().isEmpty()
                ? Optional.of(new Link.SameSession())
                : Condition.whole(count.get())
                        .map(number -> new Link.Within(number, unit.get().get()));
    }

    /** Shows those behind a bar: who took a step, counted from 1, or took it and not the next. */
    void open(int step, boolean isLeft) {
        counted().ifPresent(found -> show(new FunnelPeople(found.funnel(), step, isLeft, Optional.empty())));
    }

    /** Shows those behind a cell of the parts. */
    void openPart(String key) {
        counted().ifPresent(found -> {
            var chosen = FunnelCharts.partStep(found.funnel(), key);
            show(new FunnelPeople(
                    found.funnel(),
                    chosen.step(),
                    false,
                    Optional.of(chosen.part().of())));
        });
    }

    /** Shows those who left after a step, by what they did next. */
    void openNext(Leaving left, Leaving.After after) {
        counted()
                .map(CountedFunnel::funnel)
                .ifPresent(funnel -> counting.open(
                        PathWords.people(left, after, funnel.plan().steps()),
                        left.people(session.journey().population(), funnel, after),
                        Optional.empty()));
    }

    private Optional<CountedFunnel> counted() {
        return counting.countedProperty().get();
    }

    private void show(FunnelPeople some) {
        counting.open(
                PathWords.people(some),
                some.ids(),
                some.rule(session.journey().population().schema()));
    }
}
