package corymb.feature;

import corymb.feature.FeatureDefinition.RfmScore.Part;
import corymb.stats.SignificantDigits;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;

/** How a figure becomes a score from 1 (worst) on. */
public sealed interface Cuts {
    /** Five scores of a fifth of all buyers each, equal values together: what is used where nobody says otherwise. */
    Quantiles FIFTHS = new Quantiles(List.of(0.2, 0.4, 0.6, 0.8), Ties.LOWEST);

    /** The best score there is. */
    int best();

    /** What it does to a figure, in plain words. */
    String words(Part part);

    /**
     * By how many buyers do worse: 1 and one more for each share that is reached.
     *
     * @param shares ascending, each between 0 and 1 without them; 0.2, 0.4, 0.6, 0.8 give fifths
     * @param ties what becomes of equal values, which may be many: where half of all customers bought once, fifths have nothing to
     *     tell these apart by
     */
    record Quantiles(List<Double> shares, Ties ties) implements Cuts {
        public Quantiles {
            shares = ascending(shares);
            if (shares.getFirst() <= 0 || shares.getLast() >= 1) {
                throw new IllegalArgumentException("Shares lie between 0 and 1, without them");
            }
        }

        @Override
        public int best() {
            return shares.size() + 1;
        }

        @Override
        public String words(Part part) {
            return "one more from each of " + listed(shares, FeatureNames::percent) + " of all buyers who do worse; "
                    + ties.words;
        }
    }

    /**
     * By fixed values: 1 and one more for each that is reached. Of recency, for which fewer days are better, one more for each
     * number of days that is not exceeded.
     *
     * @param edges ascending
     */
    record Edges(List<Double> edges) implements Cuts {
        public Edges {
            edges = ascending(edges);
        }

        @Override
        public int best() {
            return edges.size() + 1;
        }

        @Override
        public String words(Part part) {
            var at = listed(edges, SignificantDigits::of);
            return part == Part.RECENCY
                    ? "one more for each of " + at + " days not exceeded"
                    : "one more from each of " + at + " on";
        }
    }

    /** What becomes of customers with equal values that a quantile parts. */
    enum Ties {
        /** All get the score of the lowest: only who is strictly worse counts. A score may stay empty. */
        LOWEST("equal values all get the lower score"),
        /** All get the score of the highest: everybody who is not better counts. A score may stay empty. */
        HIGHEST("equal values all get the higher score"),
        /** They are parted by customer id, which fills every score and means nothing. */
        PARTED("equal values are parted by customer id");

        private final String words;

        Ties(String words) {
            this.words = words;
        }
    }

    private static String listed(List<Double> values, DoubleFunction<String> words) {
        return values.stream().map(words::apply).collect(Collectors.joining(", "));
    }

    private static List<Double> ascending(List<Double> values) {
        for (int i = 0; i < values.size(); i++) {
            if (!Double.isFinite(values.get(i)) || (i > 0 && values.get(i) <= values.get(i - 1))) {
                throw new IllegalArgumentException("Cuts are numbers, each above the one before");
            }
        }
        if (values.isEmpty() || values.size() > 99) {
            throw new IllegalArgumentException("From 1 to 99 cuts make a score");
        }
        return List.copyOf(values);
    }
}
