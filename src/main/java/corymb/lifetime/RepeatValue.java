package corymb.lifetime;

/**
 * What a customer spent when coming back.
 *
 * @param repeats on how many days the customer bought after the first
 * @param mean the mean total of these days; without any it does not matter
 */
public record RepeatValue(int repeats, double mean) {}
