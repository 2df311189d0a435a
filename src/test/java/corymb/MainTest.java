package corymb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    @TempDir
    Path folder;

    @Test
    void noArgumentsOrAProjectAskForTheWindow() throws IOException {
        var existing = Files.createFile(folder.resolve("anything"));

        assertThat(Main.asksForWindow()).isTrue();
        assertThat(Main.asksForWindow("new.corymb")).isTrue();
        assertThat(Main.asksForWindow(existing.toString())).isTrue();
    }

    @Test
    void commandsOptionsAndMistypedWordsGoToTheCommandLine() {
        assertThat(Main.asksForWindow("--version")).isFalse();
        assertThat(Main.asksForWindow("info", "shop.corymb")).isFalse();
        assertThat(Main.asksForWindow("impotr")).isFalse();
    }

    @Test
    void theBuildWritesTheVersionIntoTheProgram() {
        assertThat(Main.version()).matches("\\d+\\.\\d+\\.\\d+.*");
    }
}
