package corymb.clustering;

import java.util.List;

/**
 * Clusters put into ranges that people can read, and how truly.
 *
 * @param plan how it was made
 * @param fidelity the part of all rows that the ranges put where the clustering has them, 0 to 1
 * @param heldOutFidelity the same of rows that ranges were made without
 * @param heldOutRows how many rows that was measured on
 * @param clusters one a cluster, in their order
 */
public record Distillation(
        DistillationPlan plan, double fidelity, double heldOutFidelity, int heldOutRows, List<ClusterBoxes> clusters) {
    public Distillation {
        clusters = List.copyOf(clusters);
    }
}
