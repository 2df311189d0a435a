package corymb.world;

/**
 * One thing the firm sells.
 *
 * @param sku what every file calls it by
 * @param rank its place in the category by price, 0 the cheapest
 * @param priceCents its usual price in euro cents
 */
record Item(String sku, Category category, String brand, int rank, int priceCents) {}
