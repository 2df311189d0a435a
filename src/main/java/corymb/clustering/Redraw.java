package corymb.clustering;

import java.util.stream.IntStream;

/** What became of clusters when their rows were drawn and grouped anew. */
final class Redraw {
    private final double[] jaccards;
    /** How many different rows each found and each new cluster share. */
    private final double[][] shared;

    private final double[] sizes;

    /**
     * Compares the clusters of drawn rows.
     *
     * @param found the cluster of each row
     * @param again the new cluster of each drawn row
     * @param drawn which rows were drawn, ascending; repeated ones count once
     */
    Redraw(Assignments found, Assignments again, int... drawn) {
        int most = Math.max(found.clusterCount(), again.clusterCount());
        shared = new double[found.clusterCount()][most];
        sizes = new double[found.clusterCount()];
        var sizesAgain = new double[most];
        for (int i = 0; i < drawn.length; i++) {
            boolean isRepeated = i > 0 && drawn[i] == drawn[i - 1];
            if (!isRepeated) {
                count(found.get(drawn[i]), again.get(i), sizesAgain);
            }
        }
        var parts = new double[sizes.length][most];
        for (int one = 0; one < sizes.length; one++) {
            for (int other = 0; other < most; other++) {
                double either = sizes[one] + sizesAgain[other] - shared[one][other];
                parts[one][other] = either == 0 ? 0 : shared[one][other] / either;
            }
        }
        var partners = OptimalMatching.of(parts);
        jaccards = IntStream.range(0, sizes.length)
                .mapToDouble(one -> parts[one][partners[one]])
                .toArray();
    }

    private void count(int one, int other, double[] sizesAgain) {
        if (one >= 0) {
            sizes[one]++;
        }
        if (other >= 0) {
            sizesAgain[other]++;
        }
        if (one >= 0 && other >= 0) {
            shared[one][other]++;
        }
    }

    /** What a found cluster shares with its partner among the new ones. */
    double jaccard(int cluster) {
        return jaccards[cluster];
    }

    /** The part of the pairs of a row of one found cluster and a row of the other that are in the same new one; 0 of no pairs. */
    double together(int one, int other) {
        double pairs = one == other ? sizes[one] * (sizes[one] - 1) : sizes[one] * sizes[other];
        double same = 0;
        for (int again = 0; again < shared[one].length; again++) {
            same += shared[one][again] * (one == other ? shared[one][again] - 1 : shared[other][again]);
        }
        return pairs == 0 ? 0 : same / pairs;
    }
}
