package corymb.segment;

import corymb.stats.MultipleTesting;
import java.util.List;

/**
 * Which segments are compared, and on what.
 *
 * @param segments their names; each is compared with each
 * @param features the columns they are compared on; all where none is named
 * @param rest whether each is compared with everybody else as well; a segment alone always is
 * @param correction how p values are adjusted for all comparisons together
 * @param confidence of the intervals, such as 0.95
 */
public record ContrastPlan(
        List<String> segments, List<String> features, boolean rest, Correction correction, double confidence) {
    public static final double USUAL_CONFIDENCE = 0.95;

    public ContrastPlan {
        segments = segments.stream().distinct().toList();
        features = List.copyOf(features);
        rest = rest || segments.size() == 1;
        if (segments.isEmpty() || segments.size() > Intersections.MOST) {
            throw new IllegalArgumentException("1 to " + Intersections.MOST + " segments, not " + segments.size());
        }
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("A confidence between 0 and 1, not " + confidence);
        }
    }

    /** A segment with everybody else, on all features. */
    public static ContrastPlan ofOne(String segment) {
        return new ContrastPlan(List.of(segment), List.of(), true, Correction.HOLM, USUAL_CONFIDENCE);
    }

    double alpha() {
        return 1 - confidence;
    }

    /** How p values are adjusted for being many. */
    public enum Correction {
        /** Keeps the chance of even one false alarm. */
        HOLM,
        /** Keeps the share of false alarms among the alarms. */
        BENJAMINI_HOCHBERG;

        List<Double> adjust(List<Double> pValues) {
            return switch (this) {
                case HOLM -> MultipleTesting.holm(pValues);
                case BENJAMINI_HOCHBERG -> MultipleTesting.benjaminiHochberg(pValues);
            };
        }
    }
}
