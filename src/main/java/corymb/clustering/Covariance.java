package corymb.clustering;

/** Which shapes the clusters of a mixture may have. */
public enum Covariance {
    /** Each cluster an ellipsoid of its own. */
    FULL,
    /** All clusters the same ellipsoid. */
    TIED,
    /** Each cluster an ellipsoid of its own along the axes: features are independent within a cluster. */
    DIAGONAL;

    /** How many free numbers the covariances of so many clusters in so many columns have. */
    long parameters(int clusters, int columns) {
        long ellipsoid = columns * (columns + 1L) / 2;
        return switch (this) {
            case FULL -> clusters * ellipsoid;
            case TIED -> ellipsoid;
            case DIAGONAL -> (long) clusters * columns;
        };
    }
}
