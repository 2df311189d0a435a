package corymb.recommend;

import corymb.stats.Seed;
import java.util.List;

/**
 * How recommendations are made.
 *
 * @param method how items are found
 * @param top how many items a customer gets, 1 or more
 * @param neighbours how many similar items each item keeps, 1 or more
 * @param shrinkage how many common customers halve the trust in a similarity, 0 or more
 * @param weighting how repeated interactions add up
 * @param interactions what each type of event counts; a type that is not listed counts 1
 * @param halfLifeDays after how many days an interaction counts half; 0 lets none fade
 * @param excludesBought whether items a customer bought are left out; where no event is a listed purchase, every item of the
 *     customer is
 * @param seed the source of chance; the present methods use none
 */
public record RecommendationPlan(
        Method method,
        int top,
        int neighbours,
        double shrinkage,
        Weighting weighting,
        List<Interaction> interactions,
        int halfLifeDays,
        boolean excludesBought,
        Seed seed) {
    public RecommendationPlan {
        interactions = List.copyOf(interactions);
        if (top < 1 || neighbours < 1 || !(shrinkage >= 0) || halfLifeDays < 0) {
            throw new IllegalArgumentException("Not a plan for recommendations: top " + top + ", neighbours "
                    + neighbours + ", shrinkage " + shrinkage + ", half-life " + halfLifeDays);
        }
    }

    /** Settings that serve most shops: a purchase says more than a cart, and a cart more than a view. */
    public static RecommendationPlan standard(Method method, int top) {
        var interactions = List.of(
                new Interaction("purchase", 5, true),
                new Interaction("order", 5, true),
                new Interaction("transaction", 5, true),
                new Interaction("buy", 5, true),
                new Interaction("sale", 5, true),
                new Interaction("cart", 3, false),
                new Interaction("add_to_cart", 3, false),
                new Interaction("addtocart", 3, false),
                new Interaction("wishlist", 2, false),
                new Interaction("view", 1, false));
        return new RecommendationPlan(method, top, 50, 10, Weighting.LOG_COUNT, interactions, 0, true, new Seed(1));
    }
}
