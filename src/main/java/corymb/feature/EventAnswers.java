package corymb.feature;

import corymb.rule.Figure;
import corymb.rule.Link;
import corymb.rule.Measurement;
import corymb.rule.Moment;
import corymb.rule.Rule;
import corymb.rule.Rule.BeforeLeaving;
import corymb.rule.Rule.Course;
import corymb.rule.Rule.EventTest;
import corymb.rule.Rule.InOneSession;
import corymb.rule.Rule.OfFigure;
import corymb.rule.Rule.Sequence;
import corymb.rule.Window;
import corymb.sql.Dialect;
import corymb.sql.Expression;
import corymb.sql.Expression.Column;
import corymb.sql.Expression.Comparison;
import corymb.sql.Expression.Condition;
import corymb.sql.Expression.InstantConstant;
import corymb.sql.Expression.Measure;
import corymb.sql.Expression.Value;
import corymb.sql.Sql;
import corymb.table.Schema;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What rules ask about the events of customers, as queries.
 *
 * @param sources the events, and the items they name
 * @param asOf the moment looked back from; what happened then or later does not count
 */
public record EventAnswers(EventSources sources, Moment asOf) {
    private static final String CUSTOMER = Sql.name("customer_id");
    private static final String TIME = Sql.name("timestamp");

    /** Whether a rule asks what the catalogue says of the items of events. */
    public static boolean asksForItems(Rule rule) {
        return rule.leaves()
                .filter(EventTest.class::isInstance)
                .flatMap(test -> columns((EventTest) test))
                .anyMatch(EventSources::isOfItem);
    }

    static Stream<String> columns(EventTest test) {
        var own = test instanceof Rule.OfFigure measured
                ? Stream.of(measured.figure().column())
                : Stream.<String>empty();
        return Stream.concat(own, test.filters().stream().flatMap(filter -> filter.fields().stream()));
    }

    /** The columns that rules about events can look at; none where there are no events. */
    public Schema schema() {
        return sources.events().isEmpty() ? new Schema(List.of()) : sources.schema();
    }

    /** The figures that rules ask for, none yet. */
    public EventFigures figures() {
        return new EventFigures(this);
    }

    /** A share is of all events in its window. */
    Condition counted(Figure figure) {
        var inWindow = EventFormulas.timely(figure.window(), asOf);
        return figure.measurement() == Measurement.SHARE
                ? new Expression.All(inWindow)
                : all(figure.filter(), inWindow);
    }

    /**
     * The events before the moment that a rule takes, in parentheses.
     *
     * @param filter a rule over the events' columns
     * @param window which time they are of
     * @param more columns beside those that are looked at most
     */
    public Sql events(Rule filter, Window window, Set<String> more) {
        var columns = new HashSet<>(filter.fields());
        columns.addAll(more);
        return rows(columns, all(filter, EventFormulas.timely(window, asOf)));
    }

    /** What holds of {@code timestamp} within a window that is the same for all customers. */
    public Sql within(Window window) {
        return compiled(new Expression.All(EventFormulas.timely(window, asOf)));
    }

    /** What holds of an event that a rule over the events' columns takes. */
    public Sql holds(Rule filter) {
        return compiled(filter.toExpression(asOf));
    }

    /** The customers whose events followed one another so: {@code customer_id}, each once. */
    public Sql course(Course course) {
        return switch (course) {
            case Sequence sequence ->
                switch (sequence.link()) {
                    case Link.SameSession _ -> new SessionAnswers(this).followed(sequence);
                    case Link.Within within -> within(sequence, within);
                };
            case BeforeLeaving before -> new SessionAnswers(this).left(before);
            case InOneSession session -> new SessionAnswers(this).measured(session);
        };
    }

    /**
     * The events of a customer that a rule looks at: those that count, or of a sequence those that begin it or end it. Columns: when,
     * which type, the session where the rule asks for it, and the others the rule looks at.
     */
    public Sql events(EventTest test, String customer) {
        var columns = new LinkedHashSet<>(List.of("timestamp", "type"));
        if (test instanceof Course course && course.asksForSessions()) {
            columns.add(Link.SESSION);
        }
        columns(test).filter(column -> !column.isEmpty()).forEach(columns::add);
        return Sql.of("select " + columns.stream().map(Sql::name).collect(Collectors.joining(", ")) + " from ")
                .then(rows(columns, looked(test)))
                .then(" where " + CUSTOMER + " = ?", customer);
    }

    private Condition looked(EventTest test) {
        return switch (test) {
            case OfFigure figure -> counted(figure.figure());
            case BeforeLeaving before -> all(before.filter(), EventFormulas.timely(before.window(), asOf));
            case Sequence sequence ->
                new Expression.Any(List.of(
                        all(sequence.first(), EventFormulas.timely(sequence.window(), asOf)),
                        all(sequence.second(), second(sequence))));
        };
    }

    private List<Condition> second(Sequence sequence) {
        return sequence.link() instanceof Link.Within within ? later(sequence.window(), within.duration()) : List.of();
    }

    /** The second nearest after a first, or the first nearest before a second, tells of them all. */
    private Sql within(Sequence sequence, Link.Within within) {
        var first = all(sequence.first(), EventFormulas.timely(sequence.window(), asOf));
        var second = all(sequence.second(), later(sequence.window(), within.duration()));
        var begun = moments("begun", sequence.first(), first);
        var ended = moments("ended", sequence.second(), second);
        var latest = "begun + interval " + within.duration().toSeconds() + " second";
        return sequence.isFollowed()
                ? Sql.of("with ends as materialized (select * from ")
                        .then(ended)
                        .then("), starts as (select * from ")
                        .then(begun)
                        .then(" where " + near(within) + ") select distinct whose_ended as " + CUSTOMER
                                + " from ends asof join starts on whose_begun = whose_ended and begun < ended where ended <= "
                                + latest)
                : Sql.of("select distinct whose_begun as " + CUSTOMER + " from ")
                        .then(begun)
                        .then(" asof left join ")
                        .then(ended)
                        .then(" on whose_begun = whose_ended and begun < ended where (ended is null or ended > "
                                + latest + ") and ")
                        .then(compiled(new Expression.Compare(
                                Comparison.AT_MOST,
                                new Column("begun"),
                                new InstantConstant(asOf.at().minus(within.duration())))));
    }

    /**
     * Begun in the same stretch of time as one of the ends, or in the one before, of stretches as long as the time between may be. It is
     * a sieve that spares most events the join; keys that are equal by chance only let one through.
     */
    private static String near(Link.Within within) {
        long length = within.duration().toNanos() / 1000;
        return "hash(whose_begun, epoch_us(begun) // " + length + ") in (select hash(whose_ended, epoch_us(ended) // "
                + length + " - ahead) from ends, (values (0), (1)) as stretches(ahead))";
    }

    private Sql moments(String name, Rule filter, Condition condition) {
        return Sql.of("(select " + CUSTOMER + " as whose_" + name + ", " + TIME + " as " + name + " from ")
                .then(rows(filter.fields(), condition))
                .then(") as " + name + "_events");
    }

    /** Nothing before the time of the first, or too long after it, can be the second. */
    private List<Condition> later(Window window, Duration duration) {
        return window.span(asOf)
                .<List<Condition>>map(span -> List.of(
                        new Expression.Compare(
                                Comparison.GREATER, new Column("timestamp"), new InstantConstant(span.start())),
                        new Expression.Compare(
                                Comparison.LESS,
                                new Column("timestamp"),
                                new InstantConstant(span.end().plus(duration)))))
                .orElse(List.of());
    }

    /** The events before the moment that meet a condition, which may ask for their customer's first event. */
    Sql rows(Set<String> columns, Condition condition) {
        var events = Sql.of("(").then(sources.rows(columns, asOf.zone())).then(")");
        var where = compiled(new Expression.All(List.of(
                new Expression.Compare(Comparison.LESS, new Column("timestamp"), new InstantConstant(asOf.at())),
                condition)));
        var from = where.text().contains(Sql.name(EventFormulas.FIRST_EVENT.name()))
                ? FeatureSql.withFirst(Dialect.DUCKDB, events)
                : events;
        return Sql.of("(select * from ")
                .then(from)
                .then(" as happened where ")
                .then(where)
                .then(")");
    }

    static Value time(Measure measure, Condition where) {
        return new Expression.Summary(measure, new Column("timestamp"), where);
    }

    static Sql compiled(Expression expression) {
        return switch (expression) {
            case Condition condition -> Dialect.DUCKDB.compile(condition);
            case Value value -> Dialect.DUCKDB.compile(value);
        };
    }

    Condition all(Rule rule, List<Condition> conditions) {
        var all = new ArrayList<>(conditions);
        all.add(rule.toExpression(asOf));
        return new Expression.All(all);
    }
}
