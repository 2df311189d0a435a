package corymb.path;

import corymb.rule.Figure;
import corymb.rule.Measurement;
import corymb.rule.Rule;
import corymb.rule.Window;
import corymb.sql.Expression;
import corymb.sql.Expression.Comparison;
import corymb.sql.Expression.DateConstant;
import java.time.LocalDate;

/** What somebody did, as rules. */
final class Deed {
    private Deed() {}

    /** Some of these events, ever. */
    static Rule of(Rule events) {
        return in(events, new Window.All());
    }

    /** Some of these events within a time. */
    static Rule in(Rule events, Window window) {
        return new Rule.Measured(
                new Figure(Measurement.COUNT, "", events, window),
                Comparison.AT_LEAST,
                new Expression.NumberConstant(1));
    }

    /** The first of these events on such a day. */
    static Rule first(Rule events, Comparison comparison, LocalDate day) {
        return new Rule.Measured(
                new Figure(Measurement.FIRST, "timestamp", events, new Window.All()),
                comparison,
                new DateConstant(day));
    }

    /** A column of events adds up to something. */
    static Rule total(String column) {
        return new Rule.Measured(
                new Figure(Measurement.SUM, column, new Rule.Everyone(), new Window.All()),
                Comparison.GREATER,
                new Expression.NumberConstant(0));
    }
}
