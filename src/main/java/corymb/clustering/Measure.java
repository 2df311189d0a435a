package corymb.clustering;

/** A number that says how good a clustering is, beside its inertia and its silhouette. */
public enum Measure {
    /** Variance between the clusters over that within them, each by its degrees of freedom; higher is better. */
    CALINSKI_HARABASZ,
    /** How alike each cluster is to the one most like it, on average; lower is better. */
    DAVIES_BOULDIN,
    /** What a mixture's likelihood costs in parameters, after G. Schwarz (1978); lower is better. */
    BIC,
    /** The same after H. Akaike (1974), which charges less for a parameter; lower is better. */
    AIC
}
