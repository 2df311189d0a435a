package corymb.recommend;

/**
 * How much an event says about a customer's taste.
 *
 * @param type the event's type
 * @param weight how much one counts, above 0
 * @param isPurchase whether the customer has the item afterwards
 */
public record Interaction(String type, double weight, boolean isPurchase) {
    public Interaction {
        if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("A weight is above 0, not " + weight);
        }
    }
}
