package corymb.lifetime;

/**
 * When a customer bought, as far as the model of purchases needs to know, in one unit of time for all customers.
 *
 * @param repeats on how many days the customer bought after the first
 * @param last how long after the first purchase the last one was; 0 without repeats
 * @param observed how long after the first purchase the observation ends
 */
public record PurchaseHistory(int repeats, double last, double observed) {
    public PurchaseHistory {
        if (repeats < 0 || !(last >= 0 && last <= observed && observed < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "No history: " + repeats + " repeats, the last after " + last + " of " + observed);
        }
    }
}
