package corymb.quality;

/** How strongly two columns go together. */
public enum Measure {
    /** How near the numbers of two columns come to a straight line, -1 to 1. */
    PEARSON,
    /** How near the ranks of two columns of numbers come to a straight line, -1 to 1: any rising or falling curve counts. */
    SPEARMAN,
    /** How far the value of one column of categories tells that of the other, 0 to 1. */
    CRAMERS_V
}
