package corymb.stats;

/** How the features are brought to one scale before distances are taken. */
public enum Scaling {
    /** Mean 0 and population standard deviation 1. */
    STANDARD,
    /** Median 0 and interquartile range 1; outliers move neither. */
    ROBUST,
    /** Smallest value 0 and largest 1. */
    MINMAX,
    /** As they are. */
    NONE
}
