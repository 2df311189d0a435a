package corymb.recommend;

import corymb.sql.Sql;
import corymb.work.Progress;
import java.util.Locale;

/** Recommends items to every customer, and measures how good that is. */
public final class Recommending {
    private Recommending() {}

    /**
     * Recommends items to every customer; people without a history get the most popular ones.
     *
     * @param name what the table made is called
     * @throws corymb.work.Failure when there are no customers, or no event names an item
     */
    public static Recommendations run(Shop shop, RecommendationPlan plan, String name, Progress progress) {
        progress.report(0, "Reading what customers chose");
        try (var history = History.of(shop, name, progress)) {
            var all = Sql.of("select * from " + history.events().quoted());
            var interactions = history.interactions(all, plan, progress);
            var lists = Ranking.of(interactions, plan, progress.between(0.3, 0.8));
            progress.report(0.8, "Writing recommendations");
            var table = history.write(lists, progress.between(0.8, 1));
            progress.report(1, "Recommendations");
            return new Recommendations(
                    plan,
                    table,
                    interactions.customers(),
                    lists.personal(),
                    interactions.items(),
                    lists.distinctItems());
        }
    }

    /**
     * Holds out each customer's last items by time and measures how many of them the plan would have recommended in its ten best.
     *
     * <p>A customer's cut is the moment of the {@code heldOut}-th item from the end, each item standing where the customer last met
     * it, but never so early that nothing is left; what happened from the cut on is held out, and of it those items count that the
     * plan could recommend. Others' behaviour after that moment is known to the plan: figures are fit to compare plans, not to
     * foretell sales.
     *
     * @param heldOut how many items, 1 or more
     * @throws corymb.work.Failure when nobody chose two items at different times
     */
    public static Evaluation evaluate(Shop shop, RecommendationPlan plan, int heldOut, Progress progress) {
        if (heldOut < 1) {
            throw new IllegalArgumentException("At least one item is held out, not " + heldOut);
        }
        progress.report(0, "Reading what customers chose");
        try (var history = History.of(shop, "evaluation_" + plan.method().name().toLowerCase(Locale.ROOT), progress);
                var split = TemporalSplit.of(history, heldOut, progress)) {
            var training = history.interactions(split.training(), plan, progress);
            var truth = split.truth(training, plan, progress);
            var evaluated = new RecommendationPlan(
                    plan.method(),
                    RankingScores.CUTOFF,
                    plan.neighbours(),
                    plan.shrinkage(),
                    plan.weighting(),
                    plan.interactions(),
                    plan.halfLifeDays(),
                    plan.excludesBought(),
                    plan.seed());
            var lists = Ranking.of(training, evaluated, progress.between(0.3, 0.9));
            var evaluation = RankingScores.evaluation(plan, heldOut, training, truth, lists);
            progress.report(1, "Evaluation");
            return evaluation;
        }
    }
}
