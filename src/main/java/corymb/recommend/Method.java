package corymb.recommend;

/** How items are found for a customer. */
public enum Method {
    /** Items that the same people chose as the customer's own items. */
    ITEM_KNN,
    /** The items most people chose, the same for all. */
    POPULAR
}
