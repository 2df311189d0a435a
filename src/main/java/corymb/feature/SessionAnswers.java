package corymb.feature;

import corymb.rule.Link;
import corymb.rule.Rule.BeforeLeaving;
import corymb.rule.Rule.Course;
import corymb.rule.Rule.InOneSession;
import corymb.rule.Rule.Sequence;
import corymb.sql.Expression;
import corymb.sql.Expression.Comparison;
import corymb.sql.Expression.Condition;
import corymb.sql.Expression.Measure;
import corymb.sql.Sql;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What rules ask about the sessions of customers, as queries for {@code customer_id}, each once. */
record SessionAnswers(EventAnswers done) {
    private static final String CUSTOMER = Sql.name("customer_id");
    private static final String SESSION = Sql.name(Link.SESSION);

    /** Columns of events begin with no blank. */
    private static final String IS_SHARED = Sql.name(" is shared");

    private static final String ENDED = Sql.name(" ended");
    private static final String NEAR = Sql.name(" near");

    /** A session without any of the events counts as well, so all are looked at. */
    Sql measured(InOneSession session) {
        var figure = session.figure();
        var counted = done.all(figure.filter(), EventFormulas.timely(figure.window(), done.asOf()));
        var value = EventFormulas.ofRows(figure.measurement(), figure.column(), counted);
        return sessions(
                rows(session, whole(counted)),
                EventAnswers.compiled(new Expression.Compare(session.comparison(), value, session.value())));
    }

    /**
     * The latest of these events in a session is the nearest to its end; it takes all of its events to tell when that was.
     *
     * <p>Sessions are grouped by name first: names are fewer than pairs of customer and name, and the same ones stand near one another.
     * That tells where a name is of one customer only, and where even the first of these events is near the last of all; what is left
     * is told for each customer.
     */
    Sql left(BeforeLeaving before) {
        var counted = done.all(before.filter(), EventFormulas.timely(before.window(), done.asOf()));
        var all = rows(before, whole(counted));
        var near = " + interval " + before.link().duration().toSeconds() + " second";
        var first = time(Measure.MINIMUM, counted).then(near);
        var latest = time(Measure.MAXIMUM, counted).then(near);
        var end = time(Measure.MAXIMUM, Expression.All.ROWS);
        var named = Sql.of(
                        "select " + SESSION + ", min(" + CUSTOMER + ") < max(" + CUSTOMER + ") as " + IS_SHARED + ", ")
                .then(end)
                .then(" as " + ENDED + ", case when " + IS_SHARED + " then ")
                .then(first)
                .then(" else ")
                .then(latest)
                .then(" end as " + NEAR + " from ")
                .then(all)
                .then(" where " + CUSTOMER + " is not null group by " + SESSION + " having " + NEAR + " is not null");
        var told = " where " + SESSION + " in (select " + SESSION + " from named where " + ENDED + " <= " + NEAR + ")";
        var open = " where " + SESSION + " in (select " + SESSION + " from named where " + ENDED + " > " + NEAR
                + " and " + IS_SHARED + ")";
        return Sql.of("with named as materialized (")
                .then(named)
                .then(") select " + CUSTOMER + " from ")
                .then(rows(before, counted))
                .then(told + " union ")
                .then(sessions(
                        Sql.of("(select * from ").then(all).then(open + ")"),
                        end.then(" <= ").then(latest)));
    }

    /**
     * In a session the other came after one of these where its latest is later than their earliest; it stayed away after one of
     * them where it is not later than their latest.
     */
    Sql followed(Sequence sequence) {
        var first = done.all(sequence.first(), EventFormulas.timely(sequence.window(), done.asOf()));
        var second = done.all(sequence.second(), List.of());
        var begun = EventAnswers.time(sequence.isFollowed() ? Measure.MINIMUM : Measure.MAXIMUM, first);
        var came = new Expression.Compare(Comparison.LESS, begun, EventAnswers.time(Measure.MAXIMUM, second));
        var having = sequence.isFollowed()
                ? came
                : new Expression.All(
                        List.of(new Expression.Not(new Expression.IsMissing(begun)), new Expression.Not(came)));
        return sessions(rows(sequence, new Expression.Any(List.of(first, second))), EventAnswers.compiled(having));
    }

    /** All events; the condition that is asked of them afterwards stands here so that what it looks at is at hand. */
    private static Condition whole(Condition counted) {
        return new Expression.Any(List.of(Expression.All.ROWS, counted));
    }

    /** The events of sessions that meet a condition, in the columns that are looked at. */
    private Sql rows(Course course, Condition condition) {
        var columns = new HashSet<>(Set.of(Link.SESSION));
        EventAnswers.columns(course).filter(column -> !column.isEmpty()).forEach(columns::add);
        return done.rows(columns, condition);
    }

    /** The customers with a session, among those with such events, of which something holds. */
    private static Sql sessions(Sql events, Sql having) {
        return Sql.of("select distinct " + CUSTOMER + " from ")
                .then(events)
                .then(" where " + SESSION + " is not null group by " + CUSTOMER + ", " + SESSION + " having ")
                .then(having);
    }

    private static Sql time(Measure measure, Condition where) {
        return EventAnswers.compiled(EventAnswers.time(measure, where));
    }
}
