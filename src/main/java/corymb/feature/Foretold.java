package corymb.feature;

/**
 * What the models of package {@code lifetime} expect of a customer, by the days on which the customer bought; missing for people who
 * never bought.
 */
public sealed interface Foretold extends FeatureDefinition {
    /** How many days with purchases to expect after the plan's moment. */
    record ExpectedPurchases(int days) implements Foretold {
        public ExpectedPurchases {
            requireHorizon(days);
        }

        @Override
        public String name() {
            return "expected_purchases" + FeatureNames.suffix(days);
        }

        @Override
        public String description() {
            return "Days with purchases to expect in the next " + days + " days (BG/NBD)";
        }

        @Override
        public String unit() {
            return "purchases";
        }
    }

    /** How likely the customer is still active; 1 for whoever bought once, of whom the model cannot tell. */
    record ProbabilityActive() implements Foretold {
        @Override
        public String name() {
            return "probability_active";
        }

        @Override
        public String description() {
            return "Probability of still being active (BG/NBD); 1 for who bought on one day only";
        }

        @Override
        public String unit() {
            return "share";
        }
    }

    /** What the next day with purchases is worth. */
    record ExpectedValue() implements Foretold {
        @Override
        public String name() {
            return "expected_value";
        }

        @Override
        public String description() {
            return "Value to expect of the next day with purchases (Gamma–Gamma)";
        }

        @Override
        public String unit() {
            return "value";
        }
    }

    /**
     * What all purchases to come within a time are worth today.
     *
     * @param discount how much less value is worth a month later; 0.01 is 1 %
     */
    record LifetimeValue(int days, double discount) implements Foretold {
        public LifetimeValue {
            requireHorizon(days);
            if (!(discount >= 0 && discount <= 1)) {
                throw new IllegalArgumentException("A discount is from 0 to 1 a month, not " + discount);
            }
        }

        @Override
        public String name() {
            return "lifetime_value" + FeatureNames.suffix(days);
        }

        @Override
        public String description() {
            return "Value of the purchases to expect in the next " + days + " days (BG/NBD and Gamma–Gamma), less "
                    + FeatureNames.percent(discount) + " a month";
        }

        @Override
        public String unit() {
            return "value";
        }
    }

    private static void requireHorizon(int days) {
        if (days < 1 || days > 3660) {
            throw new IllegalArgumentException("Ten years can be looked ahead, from 1 to 3660 days, not " + days);
        }
    }
}
