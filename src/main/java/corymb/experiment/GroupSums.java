package corymb.experiment;

import corymb.stats.Moments;

/** The running sums of two groups, control (0) and treated (1), within one simulated test. */
final class GroupSums {
    final long[] counts = new long[2];
    final double[] sums = new double[2];
    final double[] squares = new double[2];

    long total() {
        return counts[0] + counts[1];
    }

    double mean(int group) {
        return sums[group] / counts[group];
    }

    double lift() {
        return mean(1) - mean(0);
    }

    Moments moments(int group) {
        double spread = squares[group] - sums[group] * mean(group);
        return new Moments(counts[group], mean(group), Math.max(0, spread) / (counts[group] - 1));
    }

    /** By the lowest bit of a random number; the first two customers open both groups. */
    int group(long bits) {
        long total = total();
        return total < 2 ? (int) total : (int) (bits & 1);
    }
}
