package corymb.clustering;

/**
 * Whether customers who have no clusters at all would look as well grouped.
 *
 * @param silhouette the mean silhouette of the customers looked at, the best where several numbers of clusters were tried
 * @param uniform how often rows spread evenly over the same ranges reach it, counting the customers themselves; 0 to 1
 * @param normal the same of rows from one normal cloud of the same spread and correlations
 * @param unimodal the same of rows whose columns are skewed as theirs and go together as theirs, each with a single heap; 0 where none
 *     were drawn
 * @param draws how many times each was drawn
 * @param rows how many rows were looked at
 */
public record NullTest(double silhouette, double uniform, double normal, double unimodal, int draws, int rows) {
    /** Nothing was drawn. */
    public static final NullTest NONE = new NullTest(0, 0, 0, 0, 0, 0);

    private static final double LEVEL = 0.05;

    /** The chance of so good a grouping where there are no clusters: the largest of all. */
    public double pValue() {
        return Math.max(Math.max(uniform, normal), unimodal);
    }

    /** How many times rows were drawn in all. */
    public int allDraws() {
        return (unimodal > 0 ? 3 : 2) * draws;
    }

    /** Whether chance is ruled out at the usual level of 5 %. */
    public boolean hasClusters() {
        return pValue() <= LEVEL;
    }
}
