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

    /** Work on the indices from {@code from} to before {@code to}. */
    @FunctionalInterface
    public interface BlockBody {
        void work(int block, int from, int to);
    }
}
