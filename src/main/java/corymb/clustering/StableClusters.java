package corymb.clustering;

import corymb.table.Matrix;
import java.util.List;

/**
 * The clusters that last longest as density grows; rows in none of them are noise.
 *
 * @param assignments the cluster of each row, the largest cluster first, or noise
 * @param stabilities how long each cluster lasts: the sum over its rows of the density at which they leave less that at which it
 *     appears
 * @param densities the density at which each cluster appears: one over the distance at which it becomes part of a larger one
 * @param strengths how far into the densest part of its cluster each row stays, 0 (noise) to 1, one column
 */
public record StableClusters(
        Assignments assignments, List<Double> stabilities, List<Double> densities, Matrix strengths) {
    public StableClusters {
        densities = List.copyOf(densities);
        stabilities = List.copyOf(stabilities);
    }
}
