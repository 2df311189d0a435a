package corymb.embedding;

import corymb.preparation.PreparationPlan;
import corymb.stats.Scaling;
import corymb.stats.Seed;
import java.util.List;

/**
 * What decides how a map of customers comes out.
 *
 * @param features the names of the features that say who is like whom, at least one
 * @param scaling how they are brought to one scale
 * @param method how the map is drawn
 * @param mostCustomers how many customers to draw at most; of more, a sample by chance
 * @param seed what makes it repeatable
 * @param preparation what is done to the features before; the usual where nothing is said
 */
public record MapPlan(
        List<String> features,
        Scaling scaling,
        MapMethod method,
        int mostCustomers,
        Seed seed,
        PreparationPlan preparation) {
    /** As many as are drawn in a few minutes and still told apart on a screen. */
    public static final int USUAL_CUSTOMERS = 100_000;

    public MapPlan {
        features = List.copyOf(features);
        preparation = preparation.isNone() ? PreparationPlan.USUAL : preparation;
        if (features.isEmpty() || mostCustomers < 1) {
            throw new IllegalArgumentException("At least one feature and one customer");
        }
    }
}
