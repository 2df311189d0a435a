package corymb.clustering;

import corymb.work.Parallel;
import corymb.work.Progress;
import java.util.Arrays;

/** Sorts millions of numbers in parts, between which it can be stopped. */
final class Sorting {
    private static final int BLOCK = 1 << 16;

    private Sorting() {}

    /** The numbers, the least first, as {@link Arrays#sort(double[])} has them. */
    static double[] ascending(double[] numbers, Progress progress) {
        var sorted = numbers.clone();
        Parallel.forBlocks(sorted.length, BLOCK, progress, (_, from, to) -> Arrays.sort(sorted, from, to));
        var from = sorted;
        var to = new double[sorted.length];
        for (long width = BLOCK; width < from.length; width *= 2) {
            for (long start = 0; start < from.length; start += 2 * width) {
                merge(from, to, Run.of((int) start, width, from.length), progress);
            }
            var free = from;
            from = to;
            to = free;
        }
        return from;
    }

    /** Two sorted runs beside each other: from {@code start} to before {@code middle} and from there to before {@code end}. */
    private record Run(int start, int middle, int end) {
        static Run of(int start, long width, int length) {
            return new Run(start, (int) Math.min(start + width, length), (int) Math.min(start + 2 * width, length));
        }
    }

    private static void merge(double[] from, double[] to, Run run, Progress progress) {
        int left = run.start();
        int right = run.middle();
        for (int at = run.start(); at < run.end(); at++) {
            look(at, progress);
            boolean isLeft =
                    right == run.end() || (left < run.middle() && Double.compare(from[left], from[right]) <= 0);
            to[at] = isLeft ? from[left++] : from[right++];
        }
    }

    /** The places of numbers, that of the least first; equal ones in their order. */
    static int[] places(double[] numbers, Progress progress) {
        var from = new int[numbers.length];
        Arrays.setAll(from, place -> place);
        var to = new int[numbers.length];
        for (long width = 1; width < from.length; width *= 2) {
            for (long start = 0; start < from.length; start += 2 * width) {
                merge(numbers, from, to, Run.of((int) start, width, from.length), progress);
            }
            var free = from;
            from = to;
            to = free;
        }
        return from;
    }

    private static void merge(double[] numbers, int[] from, int[] to, Run run, Progress progress) {
        int left = run.start();
        int right = run.middle();
        for (int at = run.start(); at < run.end(); at++) {
            look(at, progress);
            boolean isLeft = right == run.end()
                    || (left < run.middle() && Double.compare(numbers[from[left]], numbers[from[right]]) <= 0);
            to[at] = isLeft ? from[left++] : from[right++];
        }
    }

    private static void look(int at, Progress progress) {
        if (at % BLOCK == 0) {
            progress.check();
        }
    }
}
