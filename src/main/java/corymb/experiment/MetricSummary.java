package corymb.experiment;

import corymb.stats.Moments;
import java.util.Map;

/**
 * One metric in short, variant by variant.
 *
 * @param isRate whether it is a yes or no
 * @param variants how many customers have a value, their mean and variance; variants without any value are absent
 */
record MetricSummary(String name, boolean isRate, Map<String, Moments> variants) {
    MetricSummary {
        variants = Map.copyOf(variants);
    }
}
