package corymb.clustering;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * How well two groupings of the same rows agree: 1 when they are the same, about 0 when they agree by chance alone.
 *
 * <p>The rows of no cluster count as one more group, as scikit-learn counts them.
 *
 * <p>Reference: L. Hubert, P. Arabie, Comparing partitions, Journal of Classification 2 (1985), doi:10.1007/BF01908075. Cost:
 * O(rows + clusters²).
 */
public final class AdjustedRandIndex {
    private AdjustedRandIndex() {}

    /** The index of two groupings with as many rows; 1 when neither splits anything. */
    public static double of(Assignments one, Assignments other) {
        var table = new Contingency(one, other);
        double both = pairs(Arrays.stream(table.shared()).flatMapToLong(Arrays::stream));
        double ofOne = pairs(Arrays.stream(table.ofOne()));
        double ofOther = pairs(Arrays.stream(table.ofOther()));
        double all = pairs(LongStream.of(table.rows()));
        double expected = all == 0 ? 0 : ofOne * ofOther / all;
        double most = (ofOne + ofOther) / 2;
        return most == expected ? 1 : (both - expected) / (most - expected);
    }

    private static double pairs(LongStream sizes) {
        return sizes.mapToDouble(size -> size * (size - 1.0) / 2).sum();
    }
}
