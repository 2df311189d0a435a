package corymb.path;

import corymb.feature.EventAnswers;
import corymb.rule.Link;
import corymb.rule.Rule;
import corymb.rule.Window;
import corymb.segment.Population;
import corymb.segment.Segmentation;
import corymb.sql.Sql;
import java.util.ArrayList;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The way of each customer through the steps of a funnel, as a query: {@code customer_id}, {@code session} where the steps belong to
 * one, {@code reached} (how many steps they took), {@code at_1}, {@code at_2} … (when they took them), {@code last_at}.
 *
 * <p>Steps one by one: a step is taken by an event strictly later than that of the step before, no later than the window allows after the
 * event of the first. Of all chains of a customer the one that reaches furthest counts; of those the one that gets there first; of
 * those the one whose steps are the latest, which makes it the shortest. Going from each event of a step back to the latest chain
 * before it finds them all: the later a chain ends, the later it begins.
 *
 * <p>Steps in any order: from each event of a step on, the first event of each other step within the window counts; events at the same
 * moment do. The chain is chosen in the same way.
 *
 * <p>Reference: the aggregate windowFunnel with strict_increase of ClickHouse, whose level is {@code reached}
 * (https://clickhouse.com/docs/sql-reference/aggregate-functions/parametric-functions#windowfunnel).
 */
final class FunnelSql {
    private static final String CUSTOMER = Sql.name(Population.ID);
    private static final String SESSION = Sql.name(Link.SESSION);
    private static final String TIME = Sql.name("timestamp");

    private final Population population;
    private final EventAnswers done;
    private final FunnelPlan plan;
    private final Steps steps;

    FunnelSql(Population population, FunnelPlan plan) {
        this.population = population;
        this.done = population.done();
        this.plan = plan;
        this.steps = plan.steps();
    }

    /** One row for each of the people who took the first step, or with no order any step. */
    Sql ways() {
        var found = steps.isOrdered() ? oneByOne() : inAnyOrder();
        var last = IntStream.iterate(steps.count(), step -> step > 0, step -> step - 1)
                .mapToObj(FunnelSql::at)
                .collect(Collectors.joining(", "));
        return Sql.of("select *, coalesce(" + last + ") as last_at from (")
                .then(found)
                .then(") as found where " + CUSTOMER + " in (")
                .then(people())
                .then(")");
    }

    private Sql people() {
        return Segmentation.members(
                population, plan.segment().<Rule>map(Rule.InSegment::new).orElse(new Rule.Everyone()));
    }

    static String at(int step) {
        return "at_" + step;
    }

    private static String ats(int upTo) {
        return IntStream.rangeClosed(1, upTo).mapToObj(step -> ", " + at(step)).collect(Collectors.joining());
    }

    /** The customer, and the session where the steps belong to one. */
    private String owner() {
        return steps.isOfSession() ? CUSTOMER + ", session" : CUSTOMER;
    }

    private Sql events(int step, Window window) {
        return Sql.of("select " + CUSTOMER + ", " + TIME + (steps.isOfSession() ? ", " + SESSION + " as session" : "")
                        + " from ")
                .then(done.events(
                        steps.rules().get(step - 1), window, steps.isOfSession() ? Set.of(Link.SESSION) : Set.of()))
                .then(steps.isOfSession() ? " as happened where session is not null" : " as happened");
    }

    private Sql oneByOne() {
        var with = new ArrayList<Sql>();
        with.add(named(
                "chain_1",
                Sql.of("select " + owner() + ", " + TIME + " as at_1 from (")
                        .then(events(1, plan.starting()))
                        .then(")")));
        for (int step = 2; step <= steps.count(); step++) {
            with.add(named("step_" + step, events(step, new Window.All())));
        }
        with.add(Sql.of(
                "near_1 as materialized (" + near("select * from chain_1", at(1), "step_2", TIME, "- ahead") + ")"));
        for (int step = 2; step <= steps.count(); step++) {
            with.add(Sql.of("chain_" + step + " as materialized ("
                    + longer(step, step == 2 ? "near_1" : "chain_" + (step - 1)) + ")"));
        }
        var best = IntStream.rangeClosed(1, steps.count()).mapToObj(this::first).toList();
        return Sql.of("with ")
                .then(Sql.join(", ", with))
                .then(" select " + CUSTOMER + ", max(reached) as reached" + furthest() + " from ("
                        + String.join(" union all by name ", best) + ") group by " + CUSTOMER);
    }

    private static Sql named(String name, Sql query) {
        return Sql.of(name + " as (").then(query).then(")");
    }

    /** The chains of one step more. */
    private String longer(int step, String before) {
        var later = near("select * from step_" + step, TIME, before, at(step - 1), "+ ahead");
        return "select later." + CUSTOMER + (steps.isOfSession() ? ", later.session" : "") + ats(step - 1) + ", later."
                + TIME + " as " + at(step) + " from (" + later + ") as later asof join " + before
                + " as begun on later." + CUSTOMER + " = begun." + CUSTOMER
                + (steps.isOfSession() ? " and later.session = begun.session" : "") + " and later." + TIME + " > begun."
                + at(step - 1) + inTime("later." + TIME, "at_1");
    }

    private String inTime(String time, String begun) {
        return switch (steps.link()) {
            case Link.SameSession _ -> "";
            case Link.Within within -> " where " + time + " <= " + begun + " + " + interval(within);
        };
    }

    static String interval(Link.Within within) {
        return "interval " + within.duration().toSeconds() + " second";
    }

    /**
     * The rows that can have one of others near them: in the same session, or in the same or the next stretch of time as long as the
     * window. It is a sieve that spares most rows the join; two keys that are equal by chance only let a row through.
     */
    private String near(String rows, String time, String others, String otherTime, String towards) {
        return switch (steps.link()) {
            case Link.SameSession _ ->
                rows + " where hash(" + owner() + ") in (select hash(" + owner() + ") from " + others + ")";
            case Link.Within within ->
                rows + " where hash(" + CUSTOMER + ", " + stretch(time, within) + ") in (select hash(" + CUSTOMER + ", "
                        + stretch(otherTime, within) + " " + towards + ") from " + others
                        + ", (values (0), (1)) as stretches(ahead))";
        };
    }

    private static String stretch(String time, Link.Within within) {
        return "epoch_us(" + time + ") // " + within.duration().toNanos() / 1_000;
    }

    /** Of the chains of so many steps, each customer's first. */
    private String first(int step) {
        var order = firstOrder(step);
        var columns = IntStream.range(1, step)
                .mapToObj(before -> ", min_by(" + at(before) + ", " + order + ") as " + at(before))
                .collect(Collectors.joining());
        var session = steps.isOfSession() ? ", min_by(session, " + order + ") as session" : "";
        return "select " + CUSTOMER + ", " + step + " as reached" + session + columns + ", min(" + at(step) + ") as "
                + at(step) + " from chain_" + step + " group by " + CUSTOMER;
    }

    /** Chains of one customer that end at the same moment are the same but for sessions, of which the latest begun counts. */
    private String firstOrder(int step) {
        return steps.isOfSession() ? "row(" + at(step) + latest(step - 1) + ", session)" : at(step);
    }

    private static String latest(int upTo) {
        return IntStream.rangeClosed(1, upTo)
                .mapToObj(step -> ", -epoch_us(" + at(step) + ")")
                .collect(Collectors.joining());
    }

    private String furthest() {
        var session = steps.isOfSession() ? ", max_by(session, reached) as session" : "";
        return IntStream.rangeClosed(1, steps.count())
                .mapToObj(step -> ", max_by(" + at(step) + ", reached) as " + at(step))
                .collect(Collectors.joining("", session, ""));
    }

    private Sql inAnyOrder() {
        var all = IntStream.rangeClosed(1, steps.count())
                .mapToObj(step -> Sql.of("select *, " + step + " as step from (")
                        .then(events(step, new Window.All()))
                        .then(")"))
                .toList();
        var next = IntStream.rangeClosed(1, steps.count())
                .mapToObj(step -> "min(" + TIME + ") filter (where step = " + step + ") over ahead")
                .collect(Collectors.joining(", "));
        var ahead = Sql.of("select " + owner() + ", " + TIME + ", [" + next + "] as next from (")
                .then(Sql.join(" union all ", all))
                .then(") window ahead as (partition by " + owner() + " order by " + TIME
                        + " desc range between unbounded preceding and current row)");
        var spans = Sql.of("select " + owner() + ", list_sort(list_filter(next, lambda time: time is not null"
                        + inSpan() + ")) as times from (")
                .then(ahead)
                .then(") where ")
                .then(done.within(plan.starting()));
        return Sql.of("select " + CUSTOMER + ", len(times) as reached"
                        + (steps.isOfSession() ? ", session" : "") + listed() + " from (select " + CUSTOMER
                        + ", unnest(min_by({'times': times" + (steps.isOfSession() ? ", 'session': session" : "")
                        + "}, row(-len(times), times[-1], list_transform(times, lambda time: -epoch_us(time))"
                        + (steps.isOfSession() ? ", session" : "") + "))) from (")
                .then(spans)
                .then(") group by " + CUSTOMER + ")");
    }

    private String inSpan() {
        return switch (steps.link()) {
            case Link.SameSession _ -> "";
            case Link.Within within -> " and time <= " + TIME + " + " + interval(within);
        };
    }

    private String listed() {
        return IntStream.rangeClosed(1, steps.count())
                .mapToObj(step -> ", times[" + step + "] as " + at(step))
                .collect(Collectors.joining());
    }
}
