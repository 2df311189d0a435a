package corymb.clustering;

/**
 * Whether customers who have no clusters at all would look as well grouped.
 *
 * @param silhouette the mean silhouette of the customers looked at
 * @param uniform how often rows spread evenly over the same ranges reach it, counting the customers themselves; 0 to 1
 * @param normal the same of rows from one normal cloud of the same spread and correlations
 * @param draws how many times each was drawn
 * @param rows how many rows were looked at
 */
public record NullTest(double silhouette, double uniform, double normal, int draws, int rows) {
    /** Nothing was drawn. */
    public static final NullTest NONE = new NullTest(0, 0, 0, 0, 0);

    private static final double LEVEL = 0.05;

    /** The chance of so good a grouping where there are no clusters: the larger of the two. */
    public double pValue() {
        return Math.max(uniform, normal);
    }

    /** Whether chance is ruled out at the usual level of 5 %. */
    public boolean hasClusters() {
        return pValue() <= LEVEL;
    }
}
