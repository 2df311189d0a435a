package corymb.recommend;

import corymb.stats.Share;

/**
 * How well recommendations foretell what customers choose next.
 *
 * <p>Each customer's last items by time are held out and every item is ranked (none are sampled). All measures are means over the
 * customers evaluated, with every held-out item equally relevant.
 *
 * @param heldOut how many of each customer's last items were held out
 * @param cutoff the length of the lists, the k of the measures
 * @param customers how many customers were evaluated: those with items before and after their own cut
 * @param precision hits over k
 * @param recall hits over held-out items
 * @param map mean average precision: the precisions at the hits, over the smaller of k and the held-out items
 * @param ndcg normalised discounted cumulative gain with gain 1 and discount 1 / log2(rank + 1)
 * @param coverage the part of all items in training that is in anybody's list
 */
public record Evaluation(
        RecommendationPlan plan,
        int heldOut,
        int cutoff,
        long customers,
        double precision,
        double recall,
        double map,
        double ndcg,
        Share coverage) {}
