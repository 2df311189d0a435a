package corymb.clustering;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * How well two groupings of the same rows agree: 1 when they are the same, about 0 when they agree by chance alone.
 *
 * <p>Reference: L. Hubert, P. Arabie, Comparing partitions, Journal of Classification 2 (1985), doi:10.1007/BF01908075. Cost:
 * O(rows + clusters²).
 */
public final class AdjustedRandIndex {
    private AdjustedRandIndex() {}

    /** The index of two groupings with as many rows; 1 when neither splits anything. */
    public static double of(Assignments one, Assignments other) {
        if (one.size() != other.size()) {
            throw new IllegalArgumentException("Not the same rows: " + one.size() + " and " + other.size());
        }
        double both = pairs(Arrays.stream(shared(one, other)));
        double ofOne = pairs(one.sizes().stream().mapToLong(Long::longValue));
        double ofOther = pairs(other.sizes().stream().mapToLong(Long::longValue));
        double all = pairs(LongStream.of(one.size()));
        double expected = all == 0 ? 0 : ofOne * ofOther / all;
        double most = (ofOne + ofOther) / 2;
        return most == expected ? 1 : (both - expected) / (most - expected);
    }

    private static long[] shared(Assignments one, Assignments other) {
        var shared = new long[one.clusterCount() * other.clusterCount()];
        for (int row = 0; row < one.size(); row++) {
            shared[one.get(row) * other.clusterCount() + other.get(row)]++;
        }
        return shared;
    }

    private static double pairs(LongStream sizes) {
        return sizes.mapToDouble(size -> size * (size - 1.0) / 2).sum();
    }
}
