package corymb.ui.kit;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;

/** Short work of the kit's own parts, such as drawing a chart or reading a page of rows, off the JavaFX thread. */
final class Background {
    private static final ExecutorService READING = threads("kit-read-", 2);
    private static final ExecutorService DRAWING = threads("kit-draw-", 1);

    private Background() {}

    private static ExecutorService threads(String name, int many) {
        return Executors.newFixedThreadPool(
                many, Thread.ofPlatform().daemon().name(name, 1).factory());
    }

    /** Computes a value in the background and hands it to {@code then} on the JavaFX thread; a defect goes to its handler. */
    static <T> void compute(Supplier<T> work, Consumer<T> then) {
        run(READING, work, then);
    }

    /** The same for drawings, which take longer, so that rows need not wait for them. */
    static <T> void draw(Supplier<T> work, Consumer<T> then) {
        run(DRAWING, work, then);
    }

    private static <T> void run(ExecutorService threads, Supplier<T> work, Consumer<T> then) {
        threads.execute(() -> {
            try {
                var value = work.get();
                Platform.runLater(() -> then.accept(value));
            } catch (RuntimeException e) {
                Platform.runLater(() -> {
                    throw e;
                });
            }
        });
    }
}
