package corymb.segment;

/**
 * The group whose rule a segment goes by.
 *
 * @param cluster the group's number
 * @param name what it was called
 * @param then how well the rule told the group when the segment was made
 */
public record GroupOrigin(int cluster, String name, GroupFit then) {}
