package corymb.feature;

import corymb.feature.EventFeature.Aggregated;
import corymb.feature.FeatureDefinition.RfmScore.Part;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Scores and stages of customers by when, how often and for how much they bought. */
public sealed interface RfmFeature extends FeatureDefinition {
    /**
     * A score with cuts of one's own; missing for people who never bought.
     *
     * @param name the feature's column
     */
    record CutScore(String name, Part part, Cuts cuts) implements RfmFeature {
        public CutScore {
            FeatureNames.requireName(name);
        }

        @Override
        public String description() {
            return "Score of " + part.name().toLowerCase(Locale.ROOT) + ": " + cuts.words(part);
        }

        @Override
        public String unit() {
            return "1 to " + cuts.best();
        }
    }

    /** The name that {@link RfmMap} gives the three scores in fifths; missing for people who never bought. */
    record RfmGroup() implements RfmFeature {
        @Override
        public String name() {
            return "rfm_group";
        }

        @Override
        public String description() {
            return "Group by the scores of recency, frequency and money, such as Champions or At risk";
        }

        @Override
        public String unit() {
            return "";
        }
    }

    /**
     * The name that {@link RfmMap} gives three scores with cuts of one's own; missing for people who never bought.
     *
     * @param name the feature's column
     */
    record CutGroup(String name, Cuts recency, Cuts frequency, Cuts monetary) implements RfmFeature {
        public CutGroup {
            FeatureNames.requireName(name);
            if (recency.best() != RfmMap.SCORES
                    || frequency.best() != RfmMap.SCORES
                    || monetary.best() != RfmMap.SCORES) {
                throw new IllegalArgumentException(
                        "The types of buyers have names for scores from 1 to 5, which four cuts make");
            }
        }

        @Override
        public String description() {
            return "Group by scores of recency (" + recency.words(Part.RECENCY) + "), frequency ("
                    + frequency.words(Part.FREQUENCY) + ") and money (" + monetary.words(Part.MONETARY) + ")";
        }

        @Override
        public String unit() {
            return "";
        }
    }

    /**
     * Where a customer stands: new (first bought within {@code newDays}), won back (came back within {@code activeDays} after a pause
     * of more than {@code churnDays}), active (bought within {@code activeDays}), at risk, or churned (did not buy for more than
     * {@code churnDays}); missing for people who never bought.
     */
    record LifecycleStage(int newDays, int activeDays, int churnDays) implements RfmFeature {
        /** The stages a feature may hold, in the order above. */
        public static final List<String> STAGES = List.of("new", "won back", "active", "at risk", "churned");

        public LifecycleStage {
            if (newDays < 0 || newDays > activeDays || activeDays >= churnDays) {
                throw new IllegalArgumentException("The days of new, active and churned customers ascend, not "
                        + newDays + ", " + activeDays + ", " + churnDays);
            }
        }

        @Override
        public String name() {
            return "lifecycle_stage";
        }

        @Override
        public String description() {
            return "New within " + newDays + " days, active within " + activeDays + ", churned after " + churnDays
                    + ", at risk between; won back within " + activeDays + " days after a pause of more than "
                    + churnDays;
        }

        @Override
        public String unit() {
            return "";
        }
    }

    /**
     * How engaged a customer is, 0 to 100: the weighted mean of the shares of customers who do worse in each aggregate.
     *
     * @param name the feature's column
     * @param weights with what each aggregate counts; only their ratios matter
     */
    record Engagement(String name, List<Weighted> weights) implements RfmFeature {
        public Engagement {
            FeatureNames.requireName(name);
            weights = List.copyOf(weights);
            if (weights.isEmpty()) {
                throw new IllegalArgumentException("“" + name + "” needs something to weigh");
            }
        }

        /**
         * Something that is weighed.
         *
         * @param weight above 0
         */
        public record Weighted(Aggregated of, double weight) {
            public Weighted {
                if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
                    throw new IllegalArgumentException("A weight is above 0, not " + weight);
                }
            }
        }

        double share(Weighted weighted) {
            return weighted.weight()
                    / weights.stream().mapToDouble(Weighted::weight).sum();
        }

        @Override
        public String description() {
            return "Mean place among all customers, 0 to 100: "
                    + weights.stream()
                            .map(each -> FeatureNames.percent(share(each)) + " "
                                    + each.of().description().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "));
        }

        @Override
        public String unit() {
            return "0 to 100";
        }
    }
}
