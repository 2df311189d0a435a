package corymb.feature;

import corymb.feature.EventFeature.Aggregated;
import corymb.rule.Figure;
import corymb.rule.Window;
import corymb.sql.Dialect;
import corymb.sql.Expression;
import corymb.sql.Expression.Condition;
import corymb.sql.Expression.Value;
import corymb.sql.Sql;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Figures of the events of customers, asked for one by one: what they are made of is gathered at once, each thing once. */
public final class EventFigures {
    private final EventAnswers events;
    private final FeatureSql sql;
    private final Map<Figure, Value> asked = new LinkedHashMap<>();

    EventFigures(EventAnswers events) {
        this.events = events;
        this.sql = new FeatureSql(
                Dialect.DUCKDB,
                new FeaturePlan(events.asOf().at(), events.asOf().zone(), "", List.of(), false));
    }

    /** A figure of the customer in the row at hand, which has {@link #beside} beside it. */
    public Value of(Figure figure) {
        return asked.computeIfAbsent(figure, this::formula);
    }

    private Value formula(Figure figure) {
        return sql.formulas().of(feature(figure));
    }

    private static Aggregated feature(Figure figure) {
        return new Aggregated("figure", figure.measurement(), figure.column(), figure.filter(), figure.window());
    }

    /** What stands before a query of rows of customers for the figures asked for so far; empty where none was. */
    public Sql before() {
        return asked.isEmpty() ? Sql.of("") : sql.queries(looked());
    }

    /** What joins to these rows what the figures are made of; empty where none was asked for. */
    public Sql beside() {
        return asked.isEmpty() ? Sql.of("") : sql.beside(looked());
    }

    private Sql looked() {
        var columns = asked.keySet().stream()
                .map(EventFigures::feature)
                .flatMap(EventColumns::of)
                .collect(Collectors.toSet());
        return events.rows(columns, counted());
    }

    /** What an event meets that any of the figures counts; all do where one looks back to the first event of all. */
    private Condition counted() {
        boolean needsAll = asked.keySet().stream().anyMatch(figure -> figure.window() instanceof Window.SinceFirst);
        return needsAll
                ? Expression.All.ROWS
                : new Expression.Any(
                        asked.keySet().stream().map(events::counted).toList());
    }
}
