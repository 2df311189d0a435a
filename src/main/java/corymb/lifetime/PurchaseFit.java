package corymb.lifetime;

/**
 * A model of purchases as found in data.
 *
 * @param logLikelihood of all histories, without the terms that no parameter changes
 * @param errors the standard errors of the parameters, NaN where the data do not tell
 * @param customers how many histories it was found in
 */
public record PurchaseFit(BgNbd model, double logLikelihood, Errors errors, int customers) {
    /** Standard errors by the curvature of the likelihood. */
    public record Errors(double r, double alpha, double a, double b) {}
}
