package corymb.clustering;

/**
 * Rows in dense places split into clusters; the others are noise.
 *
 * @param assignments the cluster of each row, the largest cluster first, or noise
 * @param corePoints how many rows are the core of a cluster, by themselves dense enough
 */
public record DensityClusters(Assignments assignments, int corePoints) {}
