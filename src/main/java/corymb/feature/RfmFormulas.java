package corymb.feature;

import corymb.feature.FeatureDefinition.RfmScore.Part;
import corymb.sql.Expression;
import corymb.sql.Expression.All;
import corymb.sql.Expression.Arithmetic;
import corymb.sql.Expression.Call;
import corymb.sql.Expression.Column;
import corymb.sql.Expression.Compare;
import corymb.sql.Expression.Comparison;
import corymb.sql.Expression.Condition;
import corymb.sql.Expression.Constant;
import corymb.sql.Expression.Function;
import corymb.sql.Expression.NumberConstant;
import corymb.sql.Expression.Operator;
import corymb.sql.Expression.TextConstant;
import corymb.sql.Expression.Value;
import corymb.sql.Expression.When;
import java.util.List;

/** Scores and stages as formulas. */
final class RfmFormulas {
    private static final NumberConstant ONE = new NumberConstant(1);

    private final FeatureFormulas formulas;
    private final EventFormulas events;

    RfmFormulas(FeatureFormulas formulas, EventFormulas events) {
        this.formulas = formulas;
        this.events = events;
    }

    Value of(RfmFeature feature) {
        return switch (feature) {
            case RfmFeature.CutScore score -> score(score.part(), score.cuts());
            case RfmFeature.RfmGroup _ -> group(fifth(Part.RECENCY), fifth(Part.FREQUENCY), fifth(Part.MONETARY));
            case RfmFeature.CutGroup group ->
                group(
                        score(Part.RECENCY, group.recency()),
                        score(Part.FREQUENCY, group.frequency()),
                        score(Part.MONETARY, group.monetary()));
            case RfmFeature.LifecycleStage stage -> stage(stage);
            case RfmFeature.Engagement engagement -> engagement(engagement);
        };
    }

    private Value score(Part part, Cuts cuts) {
        var reached = switch (cuts) {
            case Cuts.Edges(var edges) ->
                edges.stream().map(edge -> reaches(part, edge)).toList();
            case Cuts.Quantiles(var shares, var ties) ->
                shares.stream().map(share -> exceeds(part, share, ties)).toList();
        };
        Value sum = ONE;
        for (var condition : reached) {
            sum = new Arithmetic(Operator.PLUS, sum, FeatureFormulas.orZero(new When(condition, ONE)));
        }
        return new When(formulas.isBuyer(), FeatureFormulas.whole(sum));
    }

    private Condition reaches(Part part, double edge) {
        var figure = formulas.figure(part);
        var better = part == Part.RECENCY ? Comparison.AT_MOST : Comparison.AT_LEAST;
        return new Compare(better, figure, new NumberConstant(edge));
    }

    /** In shares of all buyers; what is reached exactly counts where equal values get the lower score, as do fifths. */
    private Condition exceeds(Part part, double share, Cuts.Ties ties) {
        var buyers = formulas.alike(formulas.isBuyer());
        // So that who is exactly at a cut is not parted from it by the last digit of a product.
        var cut = call(Function.SIX_DECIMALS, new Arithmetic(Operator.TIMES, buyers, new NumberConstant(share)));
        return switch (ties) {
            case LOWEST -> new Compare(Comparison.AT_LEAST, before(formulas.bestLast(part)), cut);
            case PARTED ->
                new Compare(
                        Comparison.AT_LEAST,
                        before(call(Function.PAIR, formulas.bestLast(part), new Column("customer_id"))),
                        cut);
            case HIGHEST -> {
                var better = before(minus(new NumberConstant(0), formulas.bestLast(part)));
                yield new Compare(Comparison.GREATER, minus(buyers, better), cut);
            }
        };
    }

    /** How many buyers have a smaller value. */
    private Value before(Value value) {
        return minus(formulas.rank(value, formulas.isBuyer()), ONE);
    }

    private static Value group(Value recency, Value frequency, Value money) {
        var place = plus(plus(times(minus(recency, ONE), 25), times(minus(frequency, ONE), 5)), money);
        return new Expression.Choice(
                FeatureFormulas.whole(place),
                RfmMap.names().stream().<Constant>map(TextConstant::new).toList());
    }

    private Value fifth(Part part) {
        return formulas.of(new FeatureDefinition.RfmScore(part));
    }

    private Value stage(RfmFeature.LifecycleStage stage) {
        var since = formulas.figure(Part.RECENCY);
        var active = new Compare(Comparison.AT_MOST, since, new NumberConstant(stage.activeDays()));
        var isNew =
                new Compare(Comparison.AT_MOST, formulas.daysSinceFirstPurchase(), new NumberConstant(stage.newDays()));
        var back = new Compare(
                Comparison.GREATER,
                formulas.longestPauseEndedWithin(stage.activeDays()),
                new NumberConstant(stage.churnDays()));
        var churned = new Compare(Comparison.GREATER, since, new NumberConstant(stage.churnDays()));
        var stages = List.of(isNew, new All(List.of(active, back)), active, new Expression.Not(churned), churned);
        Value found = named(4, stages);
        for (int place = 3; place >= 0; place--) {
            found = call(Function.FIRST_PRESENT, named(place, stages), found);
        }
        return new When(formulas.isBuyer(), found);
    }

    private static Value named(int place, List<? extends Condition> stages) {
        return new When(stages.get(place), new TextConstant(RfmFeature.LifecycleStage.STAGES.get(place)));
    }

    /** The share of customers who do worse, of all but oneself. */
    private Value engagement(RfmFeature.Engagement engagement) {
        Value sum = new NumberConstant(0);
        for (var weighted : engagement.weights()) {
            var rank = formulas.rank(FeatureFormulas.orZero(events.of(weighted.of())), All.ROWS);
            var others = minus(formulas.alike(All.ROWS), ONE);
            var place = FeatureFormulas.orZero(new Arithmetic(Operator.DIVIDED_BY, minus(rank, ONE), others));
            sum = plus(sum, times(place, 100 * engagement.share(weighted)));
        }
        return call(Function.SIX_DECIMALS, sum);
    }

    private static Value plus(Value left, Value right) {
        return new Arithmetic(Operator.PLUS, left, right);
    }

    private static Value minus(Value left, Value right) {
        return new Arithmetic(Operator.MINUS, left, right);
    }

    private static Value times(Value value, double factor) {
        return new Arithmetic(Operator.TIMES, value, new NumberConstant(factor));
    }

    private static Value call(Function function, Value... arguments) {
        return new Call(function, List.of(arguments));
    }
}
