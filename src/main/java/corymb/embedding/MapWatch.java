package corymb.embedding;

import corymb.work.Progress;
import java.util.function.Consumer;

/**
 * Who looks on while a map unfolds.
 *
 * @param moved is given the places of the moment every few rounds, on the thread that works
 * @param progress is told how far the work is
 */
public record MapWatch(Consumer<Positions> moved, Progress progress) {
    /** Looks at the progress alone. */
    public static MapWatch of(Progress progress) {
        return new MapWatch(_ -> {}, progress);
    }

    /** The same onlooker, for a piece of the work. */
    public MapWatch between(double from, double to) {
        return new MapWatch(moved, progress.between(from, to));
    }

    void show(double fraction, Positions positions) {
        progress.report(fraction, "Unfolding the map");
        moved.accept(positions);
    }
}
