package corymb.clustering;

import corymb.table.Matrix;
import java.util.List;

/**
 * A mixture of normal distributions fitted to rows; clusters are numbered from 0, the one most likely for most rows first.
 *
 * @param assignments the most likely distribution of each row; one that is nowhere the most likely has no rows
 * @param belonging how rows find their distribution
 * @param weights the share of each distribution, summing to 1
 * @param means the centre of each distribution, one row a cluster, in the units of the rows
 * @param logLikelihood the mean log-likelihood of a row
 * @param bic the Bayesian information criterion; less is better
 * @param aic the Akaike information criterion; less is better
 * @param rounds how many rounds the best start took
 * @param isSettled whether it came to rest before the rounds ran out
 */
public record MixtureFit(
        Assignments assignments,
        Belonging belonging,
        List<Double> weights,
        Matrix means,
        double logLikelihood,
        double bic,
        double aic,
        int rounds,
        boolean isSettled) {
    public MixtureFit {
        weights = List.copyOf(weights);
    }
}
