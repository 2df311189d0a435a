package corymb.feature;

import corymb.feature.FeatureDefinition.RfmScore.Part;
import corymb.rule.Window;
import corymb.sql.Expression;
import corymb.sql.Expression.Aggregate;
import corymb.sql.Expression.Arithmetic;
import corymb.sql.Expression.Call;
import corymb.sql.Expression.Column;
import corymb.sql.Expression.Compare;
import corymb.sql.Expression.Comparison;
import corymb.sql.Expression.Condition;
import corymb.sql.Expression.Function;
import corymb.sql.Expression.Measure;
import corymb.sql.Expression.NumberConstant;
import corymb.sql.Expression.Operator;
import corymb.sql.Expression.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Features as formulas: what is gathered of each customer's events, and what each feature makes of that and of the profile.
 *
 * <p>What several features need is gathered once. The columns it is gathered in start with a blank, which no column of a
 * profile does.
 */
final class FeatureFormulas {
    private static final Value TIME = new Column("timestamp");

    private final FeaturePlan plan;
    private final EventFormulas events;
    private final RfmFormulas scores;
    private final AtomicInteger columns = new AtomicInteger();
    private final Map<Grain, Gathering> gatherings = new LinkedHashMap<>();
    private final Map<Value, Column> compared = new LinkedHashMap<>();

    FeatureFormulas(FeaturePlan plan) {
        this.plan = plan;
        this.events = new EventFormulas(this, plan);
        this.scores = new RfmFormulas(this, events);
        gathering(Grain.Each.EVENT);
    }

    /** What the formulas asked for so far are made of, and in which column each finds it; always something of each event. */
    Map<Grain, Gathering> gatherings() {
        return gatherings;
    }

    /** What the formulas asked for so far compare customers by, and in which column each finds it. */
    Map<Value, Column> compared() {
        return compared;
    }

    Gathering gathering(Grain grain) {
        return gatherings.computeIfAbsent(grain, _ -> new Gathering(columns));
    }

    /** Which events count at all. */
    Condition isBefore() {
        return new Compare(Comparison.LESS, TIME, new Expression.InstantConstant(plan.asOf()));
    }

    Value of(FeatureDefinition definition) {
        return switch (definition) {
            case FeatureDefinition.Recency _ -> daysSince(lastPurchase());
            case FeatureDefinition.Frequency _ -> whole(orZero(purchases()));
            case FeatureDefinition.Monetary _ -> orZero(spend());
            case FeatureDefinition.RfmScore score -> score(worstFirst(score.part()));
            case FeatureDefinition.EventCount count -> whole(orZero(count(among(count.type(), count.days()))));
            case FeatureDefinition.ValueSum sum -> orZero(sum(among(sum.type(), sum.days())));
            case FeatureDefinition.Tenure _ -> daysSince(firstEvent());
            case FeatureDefinition.Age age -> age(new Column(age.column()));
            case FeatureDefinition.AttributeOf attribute -> new Column(attribute.column());
            case EventFeature feature -> events.of(feature);
            case RfmFeature feature -> scores.of(feature);
            case Foretold foretold -> new Column(Foretelling.column(foretold));
        };
    }

    private Condition isPurchase() {
        return among(plan.purchaseType(), FeatureDefinition.EVER);
    }

    private Condition among(String type, int days) {
        var conditions = new ArrayList<Condition>();
        if (days != FeatureDefinition.EVER) {
            var start = plan.moment().back(days, Window.Unit.DAYS);
            conditions.add(new Compare(Comparison.AT_LEAST, TIME, new Expression.InstantConstant(start)));
        }
        if (!type.equals(FeatureDefinition.ANY)) {
            conditions.add(new Compare(Comparison.EQUAL, new Column("type"), new Expression.TextConstant(type)));
        }
        return new Expression.All(conditions);
    }

    private Column lastPurchase() {
        return time(Measure.MAXIMUM, isPurchase());
    }

    private Value purchases() {
        return count(isPurchase());
    }

    private Value spend() {
        return sum(isPurchase());
    }

    private Column time(Measure measure, Condition where) {
        return gather(new Expression.Summary(measure, TIME, where));
    }

    private Value count(Condition where) {
        return gather(new Expression.RowCount(where));
    }

    /** Sums differ in the last digits by the order of their terms; rounded they are the same in any, and equal sums tie. */
    private Value sum(Condition where) {
        return call(Function.SIX_DECIMALS, gather(new Expression.Summary(Measure.SUM, new Column("value"), where)));
    }

    private Column gather(Aggregate aggregate) {
        return gathering(Grain.Each.EVENT).of(aggregate);
    }

    /** Where to find the time of a customer's first event. */
    Column firstEvent() {
        return gathering(Grain.Each.EVENT).of(new Expression.Summary(Measure.MINIMUM, TIME, Expression.All.ROWS));
    }

    Value daysSince(Column time) {
        return call(Function.DAYS_BETWEEN, day(time), today());
    }

    private Value day(Column time) {
        return call(Function.DATE_OF, new Expression.Local(time, plan.zone()));
    }

    private Value age(Column birth) {
        var years = call(Function.YEARS_BETWEEN, call(Function.DATE_OF, birth), today());
        return new Expression.When(
                new Expression.Between(years, new NumberConstant(0), new NumberConstant(120)), years);
    }

    private Expression.DateConstant today() {
        return new Expression.DateConstant(plan.moment().day());
    }

    /** What is scored as people see it: days, purchases or money. */
    Value figure(Part part) {
        return switch (part) {
            case RECENCY -> daysSince(lastPurchase());
            case FREQUENCY -> whole(orZero(purchases()));
            case MONETARY -> orZero(spend());
        };
    }

    Value daysSinceFirstPurchase() {
        return daysSince(time(Measure.MINIMUM, isPurchase()));
    }

    /** The most days between two days with purchases of which the later is at most so many days ago. */
    Value longestPauseEndedWithin(int days) {
        var dayNumber = plan.moment().day().toEpochDay() - days;
        var isLate = new Compare(Comparison.AT_LEAST, Grain.DAY, new NumberConstant(dayNumber));
        return gathering(new Grain.Days(events.dayNumber(), isPurchase()))
                .of(new Expression.Summary(Measure.MAXIMUM, Grain.GAP, isLate));
    }

    Condition isBuyer() {
        return new Compare(Comparison.GREATER, purchases(), new NumberConstant(0));
    }

    /** The last day with purchases as a number, or what is scored otherwise: the larger, the better. */
    Value bestLast(Part part) {
        return switch (part) {
            case RECENCY ->
                call(Function.DAYS_BETWEEN, new Expression.DateConstant(LocalDate.EPOCH), day(lastPurchase()));
            case FREQUENCY -> purchases();
            case MONETARY -> orZero(spend());
        };
    }

    private Value worstFirst(Part part) {
        return switch (part) {
            case RECENCY -> day(lastPurchase());
            case FREQUENCY -> purchases();
            case MONETARY -> orZero(spend());
        };
    }

    /** A rank counts the buyers who are worse, so equal values share a score and no order of rows matters. */
    private Value score(Value worstFirst) {
        var isBuyer = isBuyer();
        var worse = new Arithmetic(Operator.MINUS, rank(worstFirst, isBuyer), new NumberConstant(1));
        var fifths = new Arithmetic(
                Operator.DIVIDED_BY, new Arithmetic(Operator.TIMES, new NumberConstant(5), worse), alike(isBuyer));
        return new Expression.When(isBuyer, whole(new Arithmetic(Operator.PLUS, new NumberConstant(1), fifths)));
    }

    /** Which place a customer has by a value among those of whom something holds likewise, the smallest first. */
    Column rank(Value value, Condition among) {
        return compared(new Expression.Rank(value, among));
    }

    /** Of how many customers something holds likewise. */
    Column alike(Condition among) {
        return compared(new Expression.AlikeCount(among));
    }

    private Column compared(Value value) {
        return compared.computeIfAbsent(value, _ -> new Column(" compared " + compared.size()));
    }

    static Value orZero(Value value) {
        return call(Function.FIRST_PRESENT, value, new NumberConstant(0));
    }

    static Value whole(Value value) {
        return call(Function.FLOOR, value);
    }

    private static Value call(Function function, Value... arguments) {
        return new Call(function, List.of(arguments));
    }
}
