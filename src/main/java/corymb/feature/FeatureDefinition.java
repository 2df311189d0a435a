package corymb.feature;

/** What one feature of a customer is, as of the plan's moment. */
public sealed interface FeatureDefinition
        permits EventFeature,
                Foretold,
                RfmFeature,
                FeatureDefinition.Recency,
                FeatureDefinition.Frequency,
                FeatureDefinition.Monetary,
                FeatureDefinition.RfmScore,
                FeatureDefinition.EventCount,
                FeatureDefinition.ValueSum,
                FeatureDefinition.Tenure,
                FeatureDefinition.Age,
                FeatureDefinition.AttributeOf {
    /** The days of a count or sum over everything before the plan's moment. */
    int EVER = 0;

    /** The type of a count or sum over events of every type. */
    String ANY = "";

    /** The feature's column. */
    String name();

    /** Whether it depends on other customers, so that it takes all of them to compute it for one. */
    default boolean comparesCustomers() {
        return switch (this) {
            case RfmScore _, RfmFeature.RfmGroup _, RfmFeature.Engagement _, Foretold _ -> true;
            case EventFeature _,
                    RfmFeature.CutScore _,
                    RfmFeature.CutGroup _,
                    RfmFeature.LifecycleStage _,
                    Recency _,
                    Frequency _,
                    Monetary _,
                    EventCount _,
                    ValueSum _,
                    Tenure _,
                    Age _,
                    AttributeOf _ -> false;
        };
    }

    /** What it says, in plain words. */
    String description();

    /** What it is counted in; empty when that is not known. */
    String unit();

    /** Calendar days since the last purchase; missing for people who never bought. */
    record Recency() implements FeatureDefinition {
        @Override
        public String name() {
            return "recency_days";
        }

        @Override
        public String description() {
            return "Days since the last purchase; missing for people who never bought";
        }

        @Override
        public String unit() {
            return "days";
        }
    }

    /** The number of purchases; 0 for people who never bought. */
    record Frequency() implements FeatureDefinition {
        @Override
        public String name() {
            return "frequency";
        }

        @Override
        public String description() {
            return "Number of purchases";
        }

        @Override
        public String unit() {
            return "purchases";
        }
    }

    /** The summed value of all purchases; 0 for people who never bought. */
    record Monetary() implements FeatureDefinition {
        @Override
        public String name() {
            return "monetary";
        }

        @Override
        public String description() {
            return "Total value of all purchases";
        }

        @Override
        public String unit() {
            return "value";
        }
    }

    /**
     * The fifth of all buyers a customer is in, 1 (worst) to 5 (best); missing for people who never bought.
     *
     * <p>The score is 1 and one more for every full fifth of the buyers who are worse: 5 means that at least 80 % are worse. Equal
     * values always get the same score, so a score may be empty: where half of all buyers bought once, they all have 1 and nobody
     * has 2.
     */
    record RfmScore(Part part) implements FeatureDefinition {
        /** What is scored. */
        public enum Part {
            RECENCY,
            FREQUENCY,
            MONETARY
        }

        @Override
        public String name() {
            return switch (part) {
                case RECENCY -> "r_score";
                case FREQUENCY -> "f_score";
                case MONETARY -> "m_score";
            };
        }

        @Override
        public String description() {
            var of = switch (part) {
                case RECENCY -> "Recency";
                case FREQUENCY -> "Frequency";
                case MONETARY -> "Monetary";
            };
            return of + " score: 5 means at least 80 % of all buyers do worse, equal values get equal scores";
        }

        @Override
        public String unit() {
            return "1 to 5";
        }
    }

    /**
     * The number of events.
     *
     * @param type the events counted; {@link #ANY} counts all
     * @param days how many days back; {@link #EVER} goes back to the first
     */
    record EventCount(String type, int days) implements FeatureDefinition {
        public EventCount {
            FeatureNames.requireDays(days);
        }

        @Override
        public String name() {
            return FeatureNames.plural(type.equals(ANY) ? "event" : FeatureNames.slug(type))
                    + FeatureNames.suffix(days);
        }

        @Override
        public String description() {
            return "Number of events" + FeatureNames.ofType(type) + FeatureNames.period(days);
        }

        @Override
        public String unit() {
            return "events";
        }
    }

    /**
     * The summed value of events.
     *
     * @param type the events summed; {@link #ANY} sums all
     * @param days how many days back; {@link #EVER} goes back to the first
     */
    record ValueSum(String type, int days) implements FeatureDefinition {
        public ValueSum {
            FeatureNames.requireDays(days);
        }

        @Override
        public String name() {
            if (type.equals(ANY)) {
                return "value" + FeatureNames.suffix(days);
            }
            var what = FeatureNames.isPurchase(type) ? "spend" : FeatureNames.slug(type) + "_value";
            return what + FeatureNames.suffix(days);
        }

        @Override
        public String description() {
            return "Total value of events" + FeatureNames.ofType(type) + FeatureNames.period(days);
        }

        @Override
        public String unit() {
            return "value";
        }
    }

    /** Calendar days since the first event of any type; missing for people without events. */
    record Tenure() implements FeatureDefinition {
        @Override
        public String name() {
            return "tenure_days";
        }

        @Override
        public String description() {
            return "Days since the first event of any type";
        }

        @Override
        public String unit() {
            return "days";
        }
    }

    /** Full years since a date of birth; missing where that would be below 0 or above 120. */
    record Age(String column) implements FeatureDefinition {
        @Override
        public String name() {
            return "age_years";
        }

        @Override
        public String description() {
            return "Age in full years, from " + column;
        }

        @Override
        public String unit() {
            return "years";
        }
    }

    /**
     * A column of the profile as it is.
     *
     * @param column the profile's column
     * @param name the feature's column, the same unless another feature has that name
     */
    record AttributeOf(String column, String name) implements FeatureDefinition {
        public AttributeOf(String column) {
            this(column, column);
        }

        @Override
        public String description() {
            return "From the profile: " + column;
        }

        @Override
        public String unit() {
            return "";
        }
    }
}
