package corymb.feature;

import corymb.feature.EventFeature.Aggregated;
import corymb.rule.Figure;
import corymb.rule.Link;
import corymb.rule.Rule;
import corymb.rule.Rule.Sequence;
import corymb.sql.Dialect;
import corymb.sql.Expression;
import corymb.sql.Expression.Column;
import corymb.sql.Expression.Comparison;
import corymb.sql.Expression.Condition;
import corymb.sql.Expression.InstantConstant;
import corymb.sql.Relation;
import corymb.sql.Sql;
import corymb.table.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/**
 * What rules ask about the events of customers, as queries.
 *
 * @param events sources of events, with {@code customer_id}, {@code timestamp} and {@code type}
 * @param asOf the moment looked back from; what happened then or later does not count
 */
public record EventAnswers(List<Relation> events, Instant asOf) {
    private static final String CUSTOMER = Sql.name("customer_id");
    private static final String TIME = Sql.name("timestamp");
    private static final String FIRST = Sql.name(" is first");
    private static final String SECOND = Sql.name(" is second");
    private static final String NEXT = Sql.name(" next");

    public EventAnswers {
        events = List.copyOf(events);
    }

    /** The columns that rules about events can look at; none where there are no events. */
    public Schema schema() {
        return events.isEmpty() ? new Schema(List.of()) : Events.schema(events);
    }

    /**
     * One row for each of the people: {@code customer_id} and each figure.
     *
     * @param names what each figure's column is to be called
     */
    public Sql figures(Relation people, Map<Figure, String> names) {
        var features = new ArrayList<FeatureDefinition>();
        var columns = new StringJoiner(", ");
        names.forEach((figure, name) -> {
            var feature = "figure_" + features.size();
            features.add(new Aggregated(
                    feature, figure.measurement(), figure.column(), figure.filter(), figure.window()));
            columns.add(Sql.name(feature) + " as " + Sql.name(name));
        });
        var plan = new FeaturePlan(asOf, "", features);
        var rows = new FeatureSql(Dialect.DUCKDB, plan)
                .rows(Sql.of(people.quoted()), among(EventColumns.of(plan)));
        return Sql.of("select " + CUSTOMER + ", " + columns + " from (").then(rows).then(") as figures");
    }

    /**
     * The customers of whom a sequence holds: {@code customer_id}, each once.
     *
     * <p>Only events that begin or end it are put in order; of those of a customer at the same time one row is made, so that none
     * of them counts as after another.
     */
    public Sql sequence(Sequence sequence) {
        var first = all(sequence.first(), EventFormulas.timely(sequence.window(), asOf));
        var second = all(sequence.second(), List.of());
        var columns = new HashSet<String>();
        sequence.filters().forEach(filter -> columns.addAll(filter.fields()));
        boolean isInSession = sequence.link() instanceof Link.SameSession;
        if (isInSession) {
            columns.add(Link.SESSION);
        }
        var moments = moments(first, second, among(columns), isInSession);
        return Sql.of("select distinct " + CUSTOMER + " from (select *, min(case when " + SECOND + " = 1 then " + TIME
                        + " end) over (partition by " + scope(isInSession) + " order by " + TIME
                        + " rows between 1 following and unbounded following) as " + NEXT + " from (")
                .then(moments)
                .then(") as moments) as ordered where " + FIRST + " = 1 and ")
                .then(ends(sequence));
    }

    private Sql among(Set<String> columns) {
        return Sql.of("(").then(Events.of(events, columns)).then(")");
    }

    private Condition all(Rule rule, List<Condition> conditions) {
        var all = new ArrayList<>(conditions);
        all.add(rule.toExpression(asOf));
        return new Expression.All(all);
    }

    /** One row a customer and moment at which something begins or ends the sequence. */
    private Sql moments(Condition first, Condition second, Sql events, boolean isInSession) {
        var either = new Expression.Any(List.of(first, second));
        var before = new Expression.Compare(Comparison.LESS, new Column("timestamp"), new InstantConstant(asOf));
        var when = compiled(first);
        var from = when.text().contains(Sql.name(EventFormulas.FIRST_EVENT.name()))
                ? FeatureSql.withFirst(Dialect.DUCKDB, events)
                : events;
        return Sql.of("select " + scope(isInSession) + ", " + TIME + ", max(case when ")
                .then(when)
                .then(" then 1 else 0 end) as " + FIRST + ", max(case when ")
                .then(compiled(second))
                .then(" then 1 else 0 end) as " + SECOND + " from ")
                .then(from)
                .then(" as happened where ")
                .then(compiled(new Expression.All(List.of(before, either))))
                .then(isInSession ? " and " + Sql.name(Link.SESSION) + " is not null" : "")
                .then(" group by " + scope(isInSession) + ", " + TIME);
    }

    private static String scope(boolean isInSession) {
        return isInSession ? CUSTOMER + ", " + Sql.name(Link.SESSION) : CUSTOMER;
    }

    private static Sql compiled(Condition condition) {
        return Dialect.DUCKDB.compile(condition);
    }

    /** Whether the second event came in time; or stayed away while it had the time. */
    private Sql ends(Sequence sequence) {
        return switch (sequence.link()) {
            case Link.SameSession _ -> Sql.of(NEXT + (sequence.isFollowed() ? " is not null" : " is null"));
            case Link.Within within -> {
                var latest = TIME + " + interval " + within.duration().toSeconds() + " second";
                yield sequence.isFollowed()
                        ? Sql.of(NEXT + " <= " + latest)
                        : Sql.of("(" + NEXT + " is null or " + NEXT + " > " + latest + ") and ")
                                .then(compiled(new Expression.Compare(
                                        Comparison.AT_MOST, new Column("timestamp"), latestStart(within))));
            }
        };
    }

    /** A first event later than this has not had its time yet. */
    private InstantConstant latestStart(Link.Within within) {
        return new InstantConstant(asOf.minus(within.duration()));
    }
}
