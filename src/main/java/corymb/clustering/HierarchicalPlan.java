package corymb.clustering;

/**
 * How to merge rows step by step.
 *
 * @param linkage which clusters count as the nearest
 */
public record HierarchicalPlan(Linkage linkage) {}
