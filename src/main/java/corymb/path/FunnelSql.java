package corymb.path;

import corymb.rule.Link;
import corymb.rule.Rule;
import corymb.rule.Window;
import corymb.segment.Population;
import corymb.sql.Relation;
import corymb.sql.Sql;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the engine is asked for a funnel: the events of its steps for {@link Ways}, and afterwards whose ways those are. */
final class FunnelSql {
    private static final String CUSTOMER = Sql.name(Population.ID);

    private FunnelSql() {}

    static String at(int step) {
        return "at_" + step;
    }

    static String interval(Link.Within within) {
        return "interval " + within.duration().toSeconds() + " second";
    }

    /**
     * The session of an event as a number a double holds. Two sessions of one customer have the same once in 9 · 10^15 pairs, and numbers
     * are put in order and compared at a fraction of the cost of texts.
     */
    static String session(String event) {
        return "cast(hash(" + event + "." + Sql.name(Link.SESSION) + ") >> 11 as bigint)";
    }

    /**
     * The events of the steps, of each customer one after the other: the row of the customer among {@code people}, microseconds since
     * 1970, the steps it takes as bits, and the session where steps belong to one. The first step, or with no order the bit after the
     * last, says whether a way can start there.
     */
    static Sql events(Population population, FunnelPlan plan, Relation people) {
        var steps = plan.steps();
        var done = population.done();
        var more = steps.isOfSession() ? Set.of(Link.SESSION) : Set.<String>of();
        var starts = done.within(plan.starting());
        var bits = IntStream.range(0, steps.count())
                .mapToObj(step -> {
                    var taken = done.holds(steps.rules().get(step));
                    return bit(
                            step,
                            step == 0 && steps.isOrdered()
                                    ? Sql.of("(").then(taken).then(") and ").then(starts)
                                    : taken);
                })
                .toList();
        var met = Sql.join(" | ", bits);
        return Sql.of("select cast(owner.rowid as integer) as place, epoch_us(happened.\"timestamp\") as micros, ")
                .then(steps.isOrdered() ? met : met.then(" | ").then(bit(steps.count(), starts)))
                .then(steps.isOfSession() ? ", " + session("happened") + " as session" : "")
                .then(" from ")
                .then(done.events(new Rule.Any(steps.rules()), new Window.All(), more))
                .then(" as happened join " + people.quoted() + " as owner using (" + CUSTOMER + ")"
                        + (steps.isOfSession() ? " where happened." + Sql.name(Link.SESSION) + " is not null" : "")
                        + " order by place, micros");
    }

    private static Sql bit(int place, Sql condition) {
        return Sql.of("case when ").then(condition).then(" then " + (1 << place) + " else 0 end");
    }

    /** The ways with their customers, and when each took the last of their steps. */
    static Sql ways(Relation found, Relation people, Steps steps) {
        var times =
                IntStream.rangeClosed(1, steps.count()).mapToObj(FunnelSql::at).toList();
        return Sql.of("select " + CUSTOMER + ", reached, " + (steps.isOfSession() ? "session, " : "")
                + String.join(", ", times) + ", coalesce("
                + times.reversed().stream().collect(Collectors.joining(", ")) + ") as last_at from " + found.quoted()
                + " as found join " + people.quoted() + " as owner on found.place = owner.rowid");
    }
}
