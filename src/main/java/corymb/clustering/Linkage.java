package corymb.clustering;

/** How far apart two clusters are said to be when the nearest two are merged. */
public enum Linkage {
    /** By how much merging them raises the sum of squares within clusters. */
    WARD,
    /** The mean distance of a row of the one and a row of the other. */
    AVERAGE,
    /** The largest such distance. */
    COMPLETE,
    /** The smallest such distance. */
    SINGLE
}
