package corymb;

import corymb.settings.Settings;
import corymb.settings.Settings.ThemeChoice;
import corymb.store.SqliteProjectFiles;
import corymb.ui.desk.Page;
import corymb.ui.kit.ErrorLog;
import corymb.ui.kit.Fx;
import corymb.ui.kit.FxJobRunner;
import corymb.ui.kit.FxTest;
import corymb.ui.kit.ScenePicture;
import corymb.ui.kit.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Writes a picture of every page with the sample, light and dark, for the README and the documentation: {@code ./mvnw test
 * -Dtest.groups=screenshots -Dtest.excludedGroups=packaged}.
 */
@Tag("screenshots")
@FxTest
class ScreenshotsTest {
    private static final Path PICTURES = Path.of("src/docs/screenshots");
    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;
    private static final long PATIENCE_SECONDS = 120;
    private static final long STILL_NANOS = 2_000_000_000L;

    @TempDir
    private Path folder;

    @Test
    void everyPageLightAndDark() throws IOException, TimeoutException {
        Files.createDirectories(PICTURES);
        var jobs = Fx.get(() -> new FxJobRunner(new ErrorLog()));
        var settings = new SimpleObjectProperty<>(Settings.DEFAULT.withReducedMotion(true));
        var files = new SqliteProjectFiles(Clock.systemUTC());
        var wiring = Fx.get(() -> new Wiring(jobs, new ChoosingDialogs(folder), files, settings, folder));
        var scene = Fx.get(() -> {
            var shown = new Scene(wiring.frame(), WIDTH, HEIGHT);
            new Theme(shown).settingsProperty().bindBidirectional(settings);
            var stage = FxToolkit.toolkitContext().getRegisteredStage();
            stage.setScene(shown);
            stage.show();
            return shown;
        });
        Fx.run(() -> wiring.projects().openSample());
        patiently(() -> wiring.session().fileProperty().get().isPresent()
                && jobs.running().isEmpty());
        for (var theme : new ThemeChoice[] {ThemeChoice.LIGHT, ThemeChoice.DARK}) {
            Fx.run(() -> settings.set(settings.get().withTheme(theme)));
            for (var page : Page.values()) {
                if (page != Page.WELCOME) {
                    Fx.run(() -> wiring.desk().go(page.id()));
                    take(scene, jobs, page.id() + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
                }
            }
        }
        Fx.run(() -> wiring.session().close());
        Fx.run(jobs::close);
    }

    private static void take(Scene scene, FxJobRunner jobs, String name) throws IOException, TimeoutException {
        var still = new Stillness();
        patiently(() -> jobs.running().isEmpty() && still.lasts(ScenePicture.pixels(scene)));
        Fx.run(() -> ScenePicture.write(scene, PICTURES.resolve(name)));
    }

    /** Whether a picture has not changed for a while: charts and rows come in after the page. */
    private static final class Stillness {
        private int seen;
        private long since = System.nanoTime();

        boolean lasts(int[] pixels) {
            int hash = Arrays.hashCode(pixels);
            if (hash != seen) {
                seen = hash;
                since = System.nanoTime();
            }
            return System.nanoTime() - since > STILL_NANOS;
        }
    }

    private static void patiently(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> Fx.get(condition));
    }
}
