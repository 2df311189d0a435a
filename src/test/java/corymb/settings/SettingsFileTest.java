package corymb.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsRead() {
        var file = new SettingsFile(folder.resolve("deep/settings.properties"));
        var settings = Settings.DEFAULT
                .withTheme(Settings.ThemeChoice.DARK)
                .withTextPercent(130)
                .withReducedMotion(true)
                .withWindow(new Settings.WindowBounds(10, 20, 800, 600, true))
                .withRefreshing(Path.of("shop.corymb"), Refreshing.NEVER.every(15))
                .withRefreshing(Path.of("Käufer äöü.corymb"), Refreshing.NEVER.afterSteps(true))
                .withRefreshing(Path.of("other.corymb"), Refreshing.NEVER)
                .opened(Path.of("Käufer äöü.corymb"));
        file.write(settings);
        assertThat(file.read()).isEqualTo(settings);
        assertThat(settings.refreshing()).hasSize(2);
        assertThat(settings.refreshing(Path.of("other.corymb"))).isEqualTo(Refreshing.NEVER);
    }

    @Test
    void withoutAFileThereAreTheUsualSettings() {
        assertThat(new SettingsFile(folder.resolve("none")).read()).isEqualTo(Settings.DEFAULT);
    }

    @Test
    void aFileThatCannotBeUnderstoodIsMovedAside() throws Exception {
        var path = folder.resolve("settings.properties");
        Files.writeString(path, "theme=PURPLE\n");
        assertThat(new SettingsFile(path).read()).isEqualTo(Settings.DEFAULT);
        assertThat(path).doesNotExist();
        assertThat(folder.resolve("settings.properties.unreadable")).hasContent("theme=PURPLE\n");
    }

    @Test
    void theProjectOpenedLastComesFirstAndTenAreKept() {
        var settings = Settings.DEFAULT;
        for (int i : IntStream.range(0, 12).toArray()) {
            settings = settings.opened(Path.of("p" + i));
        }
        settings = settings.opened(Path.of("p5"));
        assertThat(settings.recentProjects())
                .hasSize(10)
                .startsWith(Path.of("p5"), Path.of("p11"))
                .doesNotHaveDuplicates();
        assertThat(settings.forgotten(Path.of("p5")).recentProjects()).startsWith(Path.of("p11"));
    }
}
