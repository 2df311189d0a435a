package corymb.segment;

import corymb.stats.Interval;
import corymb.stats.Moments;
import corymb.stats.Proportion;
import java.util.Comparator;
import java.util.List;

/**
 * In what segments differ.
 *
 * @param plan how it came about
 * @param pairs which two were compared, and whom of them
 * @param differences one a pair and feature, pair by pair, the largest first
 * @param leftOut the features that could not be compared, as all customers have the same value or none, or they are dates
 */
public record Contrast(ContrastPlan plan, List<Pair> pairs, List<Difference> differences, List<String> leftOut) {
    /** From here on a difference counts as large, as J. Cohen, Statistical Power Analysis, 1988, ISBN 0805802835, says of d and h. */
    public static final double LARGE = 0.8;

    public Contrast {
        pairs = List.copyOf(pairs);
        differences = List.copyOf(differences);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Two sides, without the customers of both.
     *
     * @param other the other segment; empty for everybody else
     * @param ones how many customers of the one side were compared
     * @param others how many of the other
     * @param both how many are in both
     * @param shared what became of those
     */
    public record Pair(String one, String other, long ones, long others, long both, Shared shared) {
        public boolean isWithRest() {
            return other.isEmpty();
        }
    }

    /** Where customers of both segments were counted. */
    public enum Shared {
        /** On neither side. */
        LEFT_OUT,
        /** On the side of the segment that lies within the other; the other side is the rest of that. */
        WITH_ONE,
        WITH_OTHER
    }

    /**
     * One feature of two sides.
     *
     * @param pValue of there being no difference
     * @param adjusted the same for all comparisons together
     */
    public record Difference(Pair pair, String feature, Effect effect, double pValue, double adjusted) {
        public boolean isSignificant(double alpha) {
            return adjusted <= alpha;
        }
    }

    /** How far two sides are apart; all differences are one minus other. */
    public sealed interface Effect {
        /** What is written: Hedges' g, a difference of shares, or Cramér's V. */
        double value();

        Interval interval();

        /** How large it is whatever is measured, in standard deviations as it were. */
        double magnitude();

        /** Whether the one side has more of it. */
        boolean isMore();
    }

    /** Means of a number: {@code value} is Hedges' g. */
    public record Means(Moments one, Moments other, double value, Interval interval) implements Effect {
        @Override
        public double magnitude() {
            return Math.abs(value);
        }

        @Override
        public boolean isMore() {
            return value > 0;
        }
    }

    /** Shares of those of whom something is true: {@code value} is their difference. */
    public record Shares(Proportion one, Proportion other, Interval interval) implements Effect {
        @Override
        public double value() {
            return one.rate() - other.rate();
        }

        @Override
        public double magnitude() {
            return Math.abs(angle(one) - angle(other));
        }

        /** Of Cohen's h. */
        private static double angle(Proportion share) {
            return 2 * Math.asin(Math.sqrt(share.rate()));
        }

        @Override
        public boolean isMore() {
            return value() > 0;
        }
    }

    /**
     * Shares of each of several values: {@code value} is Cramér's V.
     *
     * @param level the value whose shares differ most
     * @param most its shares
     */
    public record Levels(double value, Interval interval, String level, Shares most) implements Effect {
        @Override
        public double magnitude() {
            return most.magnitude();
        }

        @Override
        public boolean isMore() {
            return most.isMore();
        }
    }

    static final Comparator<Difference> LARGEST_FIRST = Comparator.comparingDouble(
                    (Difference difference) -> -difference.effect().magnitude())
            .thenComparing(Difference::feature);

    /** The differences of one pair, the largest first. */
    public List<Difference> of(Pair pair) {
        return differences.stream().filter(each -> each.pair().equals(pair)).toList();
    }
}
