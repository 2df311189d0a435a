package corymb.ui.kit;

import corymb.settings.Settings;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** JavaFX for tests: one window, shown and cleared. */
public final class Fx implements BeforeAllCallback, AfterEachCallback {
    /** A machine that has other things to do may be slow; whoever waits in vain waits long once. */
    private static final long SECONDS = 60;

    @Override
    public void beforeAll(ExtensionContext context) throws TimeoutException, ReflectiveOperationException {
        if (!FxToolkit.isFXApplicationThreadRunning()) {
            Unseen.install();
        }
        FxToolkit.registerPrimaryStage();
    }

    @Override
    public void afterEach(ExtensionContext context) throws TimeoutException {
        new FxRobot().release(new javafx.scene.input.KeyCode[0]);
        FxToolkit.hideStage();
    }

    /** Makes a node on the JavaFX thread and shows it in a window of that size in the light theme. */
    public static <T extends Parent> T show(Supplier<T> maker, double width, double height) {
        return get(() -> {
            var node = maker.get();
            var ground = node instanceof Overlay overlay ? overlay : ground(node);
            // Painting was most of what a click cost; what cannot be seen is laid out and clicked all the same.
            ground.setOpacity(0);
            var scene = new Scene(ground, width, height);
            new Theme(scene).settingsProperty().set(Settings.DEFAULT.withTheme(Settings.ThemeChoice.LIGHT));
            Stage stage = FxToolkit.toolkitContext().getRegisteredStage();
            stage.setScene(scene);
            stage.show();
            return node;
        });
    }

    /** Dialogs over that window. */
    public static Dialogs dialogs() {
        return new FxDialogs(
                FxToolkit.toolkitContext().getRegisteredStage(),
                new Application() {
                    @Override
                    public void start(Stage stage) {}
                }.getHostServices());
    }

    private static Overlay ground(Node node) {
        var overlay = new Overlay();
        overlay.setContent(node);
        return overlay;
    }

    /** Computes a value on the JavaFX thread. */
    public static <T> T get(Callable<T> work) {
        var value = WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(SECONDS), work);
        WaitForAsyncUtils.waitForFxEvents();
        return value;
    }

    /** Runs something on the JavaFX thread. */
    public static void run(Runnable work) {
        get(() -> {
            work.run();
            return true;
        });
    }

    /** Waits until a condition, asked on the JavaFX thread, holds. */
    public static void waitUntil(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(SECONDS, TimeUnit.SECONDS, () -> get(condition));
        } catch (TimeoutException e) {
            throw new AssertionError("Waited in vain", e);
        }
    }
}
