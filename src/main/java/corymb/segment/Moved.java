package corymb.segment;

/**
 * How many people moved for one cause when the members of a segment were found anew.
 *
 * @param cause why
 * @param entered how many came in
 * @param left how many went out
 */
public record Moved(Cause cause, long entered, long left) {}
