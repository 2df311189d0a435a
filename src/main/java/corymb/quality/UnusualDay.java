package corymb.quality;

import java.time.LocalDate;

/**
 * A day with far more or far fewer rows than that weekday has around it.
 *
 * @param day the day, of UTC
 * @param rows its rows
 * @param expected how many rows that weekday has around it
 * @param low the fewest that would not surprise
 * @param high the most that would not surprise
 */
public record UnusualDay(LocalDate day, long rows, double expected, double low, double high) {}
