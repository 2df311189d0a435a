package corymb.segment;

import java.time.Instant;

/**
 * Whom a list of customers was made of.
 *
 * @param words who they were, such as "Left after step 2 (cart) of view → cart → purchase, within 7 days"
 * @param asOf the time that was looked back from
 */
public record ListOrigin(String words, Instant asOf) {}
