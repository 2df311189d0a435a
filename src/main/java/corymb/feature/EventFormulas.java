package corymb.feature;

import corymb.feature.EventFeature.Aggregated;
import corymb.rule.Measurement;
import corymb.rule.Moment;
import corymb.rule.Rule;
import corymb.rule.Window;
import corymb.sql.Expression;
import corymb.sql.Expression.All;
import corymb.sql.Expression.Arithmetic;
import corymb.sql.Expression.Call;
import corymb.sql.Expression.Column;
import corymb.sql.Expression.Compare;
import corymb.sql.Expression.Comparison;
import corymb.sql.Expression.Condition;
import corymb.sql.Expression.End;
import corymb.sql.Expression.Function;
import corymb.sql.Expression.InstantConstant;
import corymb.sql.Expression.Measure;
import corymb.sql.Expression.NumberConstant;
import corymb.sql.Expression.Operator;
import corymb.sql.Expression.Pick;
import corymb.sql.Expression.RowCount;
import corymb.sql.Expression.Summary;
import corymb.sql.Expression.Value;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Aggregates of events as formulas over what is gathered. */
final class EventFormulas {
    /** The time of a customer's first event, which is there where a window needs it. */
    static final Column FIRST_EVENT = new Column(" first");

    private static final Column TIME = new Column("timestamp");
    private static final NumberConstant ZERO = new NumberConstant(0);

    private final FeatureFormulas formulas;
    private final FeaturePlan plan;

    EventFormulas(FeatureFormulas formulas, FeaturePlan plan) {
        this.formulas = formulas;
        this.plan = plan;
    }

    Value of(EventFeature feature) {
        return switch (feature) {
            case Aggregated aggregated -> of(aggregated);
            case EventFeature.Ratio ratio -> divided(of(ratio.part()), of(ratio.whole()));
        };
    }

    Value of(Aggregated feature) {
        return switch (feature.measurement()) {
            case COUNT -> whole(orZero(each(feature, new RowCount(present(feature)))));
            case SUM -> orZero(rounded(total(feature, matching(feature))));
            case MEAN -> rounded(mean(feature));
            case DEVIATION ->
                rounded(each(feature, new Summary(Measure.DEVIATION, number(feature), matching(feature))));
            case MINIMUM -> each(feature, new Summary(Measure.MINIMUM, column(feature), matching(feature)));
            case MAXIMUM -> each(feature, new Summary(Measure.MAXIMUM, column(feature), matching(feature)));
            case FIRST -> pick(End.SMALLEST, feature);
            case LAST -> pick(End.LARGEST, feature);
            case SHARE -> divided(amount(feature, matching(feature)), amount(feature, inWindow(feature)));
            case TREND -> trend(feature);
            case DISTINCT -> whole(orZero(levels(LevelFigure.Kind.LEVELS, feature)));
            case ENTROPY -> entropy(feature);
            case FAVOURITE -> levels(LevelFigure.Kind.COMMONEST, feature);
            case ACTIVE_DAYS -> whole(orZero(days(feature).of(new RowCount(All.ROWS))));
            case GAP_MEAN -> rounded(gap(Measure.AVERAGE, feature));
            case GAP_VARIATION -> rounded(divided(gap(Measure.DEVIATION, feature), gap(Measure.AVERAGE, feature)));
            case STREAK_DAYS -> streak(Grain.Step.DAY, feature);
            case STREAK_WEEKS -> streak(Grain.Step.WEEK, feature);
            case DAYS_SINCE_FIRST ->
                formulas.daysSince(each(feature, new Summary(Measure.MINIMUM, TIME, matching(feature))));
            case DAYS_SINCE_LAST ->
                formulas.daysSince(each(feature, new Summary(Measure.MAXIMUM, TIME, matching(feature))));
        };
    }

    /**
     * A figure of the rows of a group, such as of a session.
     *
     * @param counted which of the rows count
     * @throws IllegalArgumentException when it is more than one aggregate of them can tell
     */
    static Value ofRows(Measurement measurement, String name, Condition counted) {
        var column = new Column(name);
        var number = call(Function.FRACTIONAL, column);
        return switch (measurement) {
            case COUNT -> new RowCount(name.isEmpty() ? counted : present(column, counted));
            case SUM -> orZero(rounded(new Summary(Measure.SUM, number, counted)));
            case MEAN ->
                divided(rounded(new Summary(Measure.SUM, number, counted)), new RowCount(present(column, counted)));
            case MINIMUM -> new Summary(Measure.MINIMUM, column, counted);
            case MAXIMUM -> new Summary(Measure.MAXIMUM, column, counted);
            default -> throw new IllegalArgumentException(measurement + " cannot be told of rows alone");
        };
    }

    private Condition matching(Aggregated feature) {
        var conditions = new ArrayList<>(timely(feature));
        if (!(feature.filter() instanceof Rule.Everyone)) {
            conditions.add(feature.filter().toExpression(plan.moment()));
        }
        return new All(conditions);
    }

    private Condition inWindow(Aggregated feature) {
        return new All(timely(feature));
    }

    private List<Condition> timely(Aggregated feature) {
        if (feature.window() instanceof Window.SinceFirst) {
            formulas.firstEvent();
        }
        return timely(feature.window(), plan.moment());
    }

    private Condition present(Aggregated feature) {
        return feature.column().isEmpty() ? matching(feature) : present(column(feature), matching(feature));
    }

    private static Condition present(Column column, Condition counted) {
        return new All(List.of(counted, new Expression.Not(new Expression.IsMissing(column))));
    }

    /** What holds of the events in a window, beside that they are before the moment. */
    static List<Condition> timely(Window window, Moment asOf) {
        if (window instanceof Window.SinceFirst(int days)) {
            return List.of(new Compare(
                    Comparison.LESS, call(Function.FULL_DAYS_BETWEEN, FIRST_EVENT, TIME), new NumberConstant(days)));
        }
        var conditions = new ArrayList<Condition>();
        window.span(asOf).ifPresent(span -> {
            conditions.add(new Compare(Comparison.AT_LEAST, TIME, new InstantConstant(span.start())));
            if (span.end().isBefore(asOf.at())) {
                conditions.add(new Compare(Comparison.LESS, TIME, new InstantConstant(span.end())));
            }
        });
        return conditions;
    }

    private Column each(Aggregated feature, Expression.Aggregate aggregate) {
        boolean begins = feature.window() instanceof Window.SinceFirst;
        return formulas.gathering(begins ? new Grain.SinceFirst() : Grain.Each.EVENT)
                .of(aggregate);
    }

    private Value total(Aggregated feature, Condition where) {
        return each(feature, new Summary(Measure.SUM, number(feature), where));
    }

    private Value amount(Aggregated feature, Condition where) {
        return feature.column().isEmpty() ? each(feature, new RowCount(where)) : rounded(total(feature, where));
    }

    /** Sums in another order differ in their last digits, which would decide where a mean lies between two roundings. */
    private Value mean(Aggregated feature) {
        return divided(rounded(total(feature, matching(feature))), each(feature, new RowCount(present(feature))));
    }

    /** Of events at the same time the one with the smallest or largest value, so that the order of rows does not matter. */
    private Value pick(End end, Aggregated feature) {
        var column = column(feature);
        return each(feature, new Pick(end, column, call(Function.PAIR, TIME, column), present(feature)));
    }

    private static Column column(Aggregated feature) {
        return new Column(feature.column());
    }

    private static Value number(Aggregated feature) {
        return call(Function.FRACTIONAL, column(feature));
    }

    /**
     * The least-squares slope over weeks x = 0 … w - 1 is the sum of (x - mean x) times the week's total, by w (w² - 1) / 12: a sum
     * over the events, in which a week without any is 0.
     */
    private Value trend(Aggregated feature) {
        var span = feature.window().span(plan.moment()).orElseThrow();
        double weeks = span.weeks(plan.zone());
        if (weeks < 2) {
            return new Expression.When(new Expression.Any(List.of()), ZERO);
        }
        var end = new InstantConstant(
                plan.zone().clock(span.end()).minusNanos(1000).toInstant(ZoneOffset.UTC));
        var days = call(Function.FULL_DAYS_BETWEEN, local(), end);
        var ago = call(Function.FLOOR, new Arithmetic(Operator.DIVIDED_BY, days, new NumberConstant(7)));
        var centred = new Arithmetic(Operator.MINUS, new NumberConstant((weeks - 1) / 2), ago);
        var term = feature.column().isEmpty() ? centred : new Arithmetic(Operator.TIMES, centred, number(feature));
        var whole = new Compare(Comparison.LESS, ago, new NumberConstant(weeks));
        var sum = each(feature, new Summary(Measure.SUM, term, new All(List.of(matching(feature), whole))));
        return divided(orZero(rounded(sum)), new NumberConstant(weeks * (weeks * weeks - 1) / 12));
    }

    private Value levels(LevelFigure.Kind kind, Aggregated feature) {
        var figure = new LevelFigure(kind, column(feature), matching(feature));
        return formulas.gathering(new Grain.Levels(column(feature))).of(figure);
    }

    /** With n events in all, n₁, n₂ … of each level: (ln n - Σ nᵢ ln nᵢ / n) / ln 2. */
    private Value entropy(Aggregated feature) {
        var all = levels(LevelFigure.Kind.EVENTS, feature);
        var logarithms = levels(LevelFigure.Kind.LOGARITHMS, feature);
        var nats = new Arithmetic(Operator.MINUS, call(Function.NATURAL_LOGARITHM, all), divided(logarithms, all));
        return call(Function.ABSOLUTE, rounded(divided(nats, new NumberConstant(Math.log(2)))));
    }

    private Gathering days(Aggregated feature) {
        return formulas.gathering(new Grain.Days(dayNumber(), matching(feature)));
    }

    private Value gap(Measure measure, Aggregated feature) {
        return days(feature).of(new Summary(measure, Grain.GAP, All.ROWS));
    }

    private Value streak(Grain.Step step, Aggregated feature) {
        return whole(orZero(formulas.gathering(new Grain.Runs(dayNumber(), step, matching(feature)))
                .of(new Summary(Measure.MAXIMUM, Grain.LENGTH, All.ROWS))));
    }

    Value dayNumber() {
        return call(
                Function.DAYS_BETWEEN, new Expression.DateConstant(LocalDate.EPOCH), call(Function.DATE_OF, local()));
    }

    private Value local() {
        return new Expression.Local(TIME, plan.zone());
    }

    private static Value divided(Value part, Value by) {
        return new Arithmetic(Operator.DIVIDED_BY, part, by);
    }

    private static Value rounded(Value value) {
        return call(Function.SIX_DECIMALS, value);
    }

    private static Value orZero(Value value) {
        return FeatureFormulas.orZero(value);
    }

    private static Value whole(Value value) {
        return FeatureFormulas.whole(value);
    }

    private static Value call(Function function, Value... arguments) {
        return new Call(function, List.of(arguments));
    }
}
