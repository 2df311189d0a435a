package corymb.ui.sources;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Files that are taken in one after another; what is skipped on the way is told at the end, and nothing else is lost by it. */
final class ImportQueue {
    private final List<Path> files;
    private final Consumer<ImportQueue> opens;
    private final Consumer<List<Path>> ended;
    private final List<Path> skipped = new ArrayList<>();
    private int at;

    /**
     * Prepares the way.
     *
     * @param opens asks about the file whose turn it is
     * @param ended is told the files that were not taken in
     */
    ImportQueue(List<Path> files, Consumer<ImportQueue> opens, Consumer<List<Path>> ended) {
        this.files = List.copyOf(files);
        this.opens = opens;
        this.ended = ended;
    }

    /** Goes on with the file whose turn it is, or ends. */
    void goOn() {
        if (at < files.size()) {
            opens.accept(this);
        } else {
            ended.accept(List.copyOf(skipped));
        }
    }

    /** The file whose turn it is; empty behind the last. */
    Optional<Path> file() {
        return at < files.size() ? Optional.of(files.get(at)) : Optional.empty();
    }

    /** Its number, from 1. */
    int number() {
        return at + 1;
    }

    int size() {
        return files.size();
    }

    /** Its turn is over: it is in. */
    void taken() {
        at++;
    }

    /** Leaves this file out and goes on with the next. */
    void skip() {
        skipped.add(files.get(at));
        at++;
        goOn();
    }

    /** Leaves this file and all that follow. */
    void stop() {
        skipped.addAll(files.subList(at, files.size()));
        at = files.size();
        goOn();
    }
}
