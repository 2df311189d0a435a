package corymb.experiment;

import java.util.List;
import java.util.Map;

/**
 * How to read a test that ran.
 *
 * @param experiment its name, as the exposures have it
 * @param control the variant the others are compared with; empty for the one called control, or else the first by name
 * @param metrics the columns to compare; empty for every column of numbers or yes and no
 * @param alpha when a difference counts as shown, such as 0.05; intervals cover 1 - alpha
 * @param ratio how to check the sizes of the groups
 */
public record AnalysisPlan(String experiment, String control, List<String> metrics, double alpha, RatioCheck ratio) {
    public AnalysisPlan {
        metrics = List.copyOf(metrics);
    }

    /** Every metric at 5 %, groups of equal size. */
    public static AnalysisPlan of(String experiment) {
        return new AnalysisPlan(experiment, "", List.of(), 0.05, RatioCheck.EQUAL);
    }

    /**
     * What the sizes of the groups should have been.
     *
     * @param alpha below which p value the sizes count as wrong, 0.001 as a rule
     * @param weights what each variant's size should be proportional to; variants that are not named weigh 1
     */
    public record RatioCheck(double alpha, Map<String, Double> weights) {
        public static final RatioCheck EQUAL = new RatioCheck(0.001, Map.of());

        public RatioCheck {
            weights = Map.copyOf(weights);
            if (weights.values().stream().anyMatch(weight -> !(weight > 0))) {
                throw new IllegalArgumentException("Weights above 0, not " + weights);
            }
        }

        double weight(String variant) {
            return weights.getOrDefault(variant, 1.0);
        }
    }
}
