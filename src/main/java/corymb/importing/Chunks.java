package corymb.importing;

import corymb.sql.DelimitedText;
import corymb.work.Parallel;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The chunks of a file, each read from the file when it is first needed and kept in the scratch folder for a second look. */
final class Chunks {
    /** So many chunks are worked on at a time, each by about one core; a bound for memory, since reading ahead is one thread's work. */
    private static final int WORKERS = 4;

    private final Preparation preparation;
    private final List<Chunk> read = new ArrayList<>();
    private int taken;
    private long bytesDone;

    Chunks(Preparation preparation) {
        this.preparation = preparation;
    }

    /** Does the work on each chunk, several at a time and in no order, telling how far it is. */
    void forEach(String step, Progress progress, Consumer<Chunk> work) {
        start();
        Parallel.forBlocks(WORKERS, 1, progress, (_, _, _) -> {
            try {
                for (var chunk = take(step, progress); chunk.isPresent(); chunk = take(step, progress)) {
                    work.accept(chunk.orElseThrow());
                    finish(chunk.orElseThrow(), step, progress);
                }
            } catch (RuntimeException e) {
                stop();
                throw e;
            }
        });
    }

    private synchronized void start() {
        taken = 0;
        bytesDone = 0;
    }

    private synchronized Optional<Chunk> take(String step, Progress progress) {
        var next = at(taken);
        next.ifPresent(_ -> taken++);
        tell(step, progress);
        return next;
    }

    private synchronized void finish(Chunk chunk, String step, Progress progress) {
        bytesDone += chunk.bytes();
        tell(step, progress);
    }

    /** Reading a chunk counts for half of it. */
    private void tell(String step, Progress progress) {
        progress.report((bytesDone + preparation.bytesRead()) / (2.0 * Math.max(1, preparation.size())), step);
    }

    /** No more chunks for anybody, since one has failed. */
    private synchronized void stop() {
        taken = Integer.MAX_VALUE;
    }

    private Optional<Chunk> at(int number) {
        if (number == read.size()) {
            preparation.next().ifPresent(read::add);
        }
        return number < read.size() ? Optional.of(read.get(number)) : Optional.empty();
    }

    synchronized Optional<Chunk> first() {
        return at(0);
    }

    /** The text of all rows, for which the file has to be read to its end. */
    synchronized DelimitedText text(Progress progress) {
        while (at(read.size()).isPresent()) {
            tell("Reading the file", progress);
        }
        return DelimitedText.joined(read.stream().map(Chunk::rows).toList());
    }

    /** What is known at the end of the file. */
    synchronized Prepared prepared() {
        return preparation.finished();
    }
}
