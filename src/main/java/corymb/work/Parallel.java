package corymb.work;

import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * Splits an index range into fixed blocks and works on them with all cores.
 *
 * <p>The blocks depend on the range alone, so a result gathered block by block is the same on any number of cores.
 */
public final class Parallel {
    private Parallel() {}

    /** How many blocks a range of {@code length} is split into. */
    public static int blocks(int length, int blockLength) {
        return Math.ceilDiv(length, blockLength);
    }

    /**
     * Works on [0, length) in blocks of {@code blockLength}; the last may be shorter.
     *
     * @throws CancellationException when asked to stop
     */
    public static void forBlocks(int length, int blockLength, Progress progress, BlockBody body) {
        IntStream.range(0, blocks(length, blockLength)).parallel().forEach(block -> {
            progress.check();
            int from = block * blockLength;
            body.work(block, from, Math.min(length, from + blockLength));
        });
    }

    /** The same, telling after each block which part of the range is done. */
    public static void forBlocks(int length, int blockLength, Progress progress, String step, BlockBody body) {
        var tally = new Tally(blocks(length, blockLength), progress, step);
        forBlocks(length, blockLength, progress, (block, from, to) -> {
            body.work(block, from, to);
            tally.add();
        });
    }

    /** Counts and tells in one go, so that no thread's older count is told after a newer one. */
    private static final class Tally {
        private final int blocks;
        private final Progress progress;
        private final String step;
        private int done;

        Tally(int blocks, Progress progress, String step) {
            this.blocks = blocks;
            this.progress = progress;
            this.step = step;
        }

        synchronized void add() {
            done++;
            progress.report((double) done / blocks, step);
        }
    }

    /** Work on the indices from {@code from} to before {@code to}. */
    @FunctionalInterface
    public interface BlockBody {
        void work(int block, int from, int to);
    }
}
