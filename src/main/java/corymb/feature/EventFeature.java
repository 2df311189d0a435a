package corymb.feature;

import corymb.rule.Figure;
import corymb.rule.Measurement;
import corymb.rule.Rule;
import corymb.rule.Window;
import java.util.List;

/** A feature made of a customer's events in a general way. */
public sealed interface EventFeature extends FeatureDefinition {
    /** The aggregates it is made of. */
    List<Aggregated> parts();

    /**
     * One figure of the events that meet a filter in a window.
     *
     * @param name the feature's column
     * @param measurement what is taken of the events
     * @param column the events' column it is taken of; empty where it looks at the events themselves
     * @param filter which events count, in the words of rules over the events' columns
     * @param window which time they count in
     */
    record Aggregated(String name, Measurement measurement, String column, Rule filter, Window window)
            implements EventFeature {
        public Aggregated {
            FeatureNames.requireName(name);
            Figure.require(measurement, column, window);
        }

        /** Of all events there are. */
        public Aggregated(String name, Measurement measurement, String column) {
            this(name, measurement, column, new Rule.Everyone(), new Window.All());
        }

        /** What it tells of a customer, without the name. */
        Figure figure() {
            return new Figure(measurement, column, filter, window);
        }

        /** The same by another name. */
        public Aggregated named(String other) {
            return new Aggregated(other, measurement, column, filter, window);
        }

        /** The same of other events. */
        public Aggregated where(Rule other) {
            return new Aggregated(name, measurement, column, other, window);
        }

        /** The same in another time. */
        public Aggregated in(Window other) {
            return new Aggregated(name, measurement, column, filter, other);
        }

        @Override
        public List<Aggregated> parts() {
            return List.of(this);
        }

        @Override
        public String description() {
            return figure().words();
        }

        @Override
        public String unit() {
            return switch (measurement) {
                case COUNT -> "events";
                case DISTINCT -> "values";
                case SUM, MEAN, MINIMUM, MAXIMUM, DEVIATION, FIRST, LAST -> column;
                case FAVOURITE -> "";
                case SHARE,
                        TREND,
                        ENTROPY,
                        ACTIVE_DAYS,
                        GAP_MEAN,
                        GAP_VARIATION,
                        STREAK_DAYS,
                        STREAK_WEEKS,
                        DAYS_SINCE_FIRST,
                        DAYS_SINCE_LAST -> measurement.unit();
            };
        }
    }

    /**
     * One aggregate divided by another; missing where the other is 0 or missing.
     *
     * @param name the feature's column
     */
    record Ratio(String name, Aggregated part, Aggregated whole) implements EventFeature {
        public Ratio {
            FeatureNames.requireName(name);
        }

        @Override
        public List<Aggregated> parts() {
            return List.of(part, whole);
        }

        @Override
        public String description() {
            return part.description() + ", divided by: " + whole.description();
        }

        @Override
        public String unit() {
            return "ratio";
        }
    }
}
