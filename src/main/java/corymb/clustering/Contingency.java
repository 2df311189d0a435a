package corymb.clustering;

/**
 * How many rows two groupings of the same rows share, group by group; the rows of no cluster count as one more group.
 *
 * <p>Cost: O(rows + clusters²).
 */
final class Contingency {
    private final long[][] shared;
    private final long[] ofOne;
    private final long[] ofOther;
    private final int rows;

    Contingency(Assignments one, Assignments other) {
        if (one.size() != other.size()) {
            throw new IllegalArgumentException("Not the same rows: " + one.size() + " and " + other.size());
        }
        this.rows = one.size();
        this.shared = new long[one.clusterCount() + 1][other.clusterCount() + 1];
        this.ofOne = new long[one.clusterCount() + 1];
        this.ofOther = new long[other.clusterCount() + 1];
        for (int row = 0; row < rows; row++) {
            int left = one.get(row) - Assignments.NOISE;
            int right = other.get(row) - Assignments.NOISE;
            shared[left][right]++;
            ofOne[left]++;
            ofOther[right]++;
        }
    }

    int rows() {
        return rows;
    }

    long[][] shared() {
        return shared;
    }

    long[] ofOne() {
        return ofOne;
    }

    long[] ofOther() {
        return ofOther;
    }
}
