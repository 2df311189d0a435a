package corymb.experiment;

/** What a simulated test measures. */
public sealed interface SimulatedMetric {
    /** In words. */
    String label();

    /** Whether customers did something, as a feature tells of them: any value but 0 is a yes. */
    record Conversion(String feature) implements SimulatedMetric {
        @Override
        public String label() {
            return feature;
        }
    }

    /** Whether customers do something, at a rate that is given: above 0 and below 1. */
    record GivenConversion(double rate) implements SimulatedMetric {
        @Override
        public String label() {
            return "conversion";
        }
    }

    /** A feature's value, such as money spent. */
    record Value(String feature) implements SimulatedMetric {
        @Override
        public String label() {
            return feature;
        }
    }
}
