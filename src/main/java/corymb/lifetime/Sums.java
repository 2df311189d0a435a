package corymb.lifetime;

import corymb.work.Parallel;
import corymb.work.Progress;

/** Sums over many rows on all cores, whose terms are always added in the same order. */
final class Sums {
    private static final int BLOCK = 8_192;

    private Sums() {}

    /** Several sums over {@code rows} rows. */
    static double[] over(int rows, int width, Progress progress, Adding adding) {
        var parts = new double[Parallel.blocks(rows, BLOCK)][width];
        Parallel.forBlocks(rows, BLOCK, progress, (block, from, to) -> adding.add(from, to, parts[block]));
        var sums = new double[width];
        for (var part : parts) {
            for (int i = 0; i < width; i++) {
                sums[i] += part[i];
            }
        }
        return sums;
    }

    /** Adds the terms of the rows from {@code from} to before {@code to}. */
    @FunctionalInterface
    interface Adding {
        void add(int from, int to, double[] sums);
    }
}
