package corymb.recommend;

import corymb.sql.Relation;
import corymb.sql.Stored;
import corymb.stats.Share;
import java.util.List;

/**
 * The items recommended to each customer.
 *
 * @param table {@code customer_id}, {@code rank} from 1, {@code item_id}, {@code title}, {@code score}, {@code reason}; ordered by
 *     customer and rank. A score is a mean similarity to the customer's items, 0 to 1, or the share of people who chose the item
 *     where the reason is "popular"
 * @param customers how many customers got recommendations
 * @param personal how many of them got at least one from their own history
 * @param items how many items could have been recommended: those that anybody chose
 * @param recommendedItems how many of them were recommended to anybody
 */
public record Recommendations(
        RecommendationPlan plan, Relation table, long customers, long personal, long items, long recommendedItems)
        implements Stored {
    /** The part of all items that reach anybody. */
    public Share coverage() {
        return Share.of(recommendedItems, items);
    }

    @Override
    public List<Relation> relations() {
        return List.of(table);
    }
}
