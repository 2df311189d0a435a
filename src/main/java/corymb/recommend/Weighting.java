package corymb.recommend;

/** How repeated interactions of a customer with one item add up. */
public enum Weighting {
    /** Only the strongest one counts. */
    BINARY,
    /** They add up. */
    COUNT,
    /** They add up ever more slowly: log(1 + sum). */
    LOG_COUNT
}
