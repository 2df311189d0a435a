package corymb.clustering;

/**
 * The number of clusters that was chosen, and why.
 *
 * @param clusters how many
 * @param reason the explanation, in plain words
 */
public record Choice(int clusters, String reason) {}
