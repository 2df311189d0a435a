package corymb.ui.kit;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;

/** Short work of the kit's own parts, such as drawing a chart or reading a page of rows, off the JavaFX thread. */
final class Background {
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(
            2, Thread.ofPlatform().daemon().name("kit-", 1).factory());

    private Background() {}

    /** Computes a value in the background and hands it to {@code then} on the JavaFX thread; a defect goes to its handler. */
    static <T> void compute(Supplier<T> work, Consumer<T> then) {
        THREADS.execute(() -> {
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
