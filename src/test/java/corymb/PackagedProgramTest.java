package corymb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts the packaged program from another folder than the one it was made in, as everyone does who downloads it. */
@Tag("packaged")
class PackagedProgramTest {
    @TempDir
    private Path folder;

    private Path program;

    private record Ended(int status, String printed) {}

    @BeforeEach
    void move() throws IOException {
        var made = Path.of("target", "corymb");
        program = folder.resolve("Größe & mehr");
        try (var files = Files.walk(made)) {
            for (var file : files.toList()) {
                Files.copy(file, program.resolve(made.relativize(file).toString()));
            }
        }
    }

    @Test
    void tellsItsVersion() throws Exception {
        assertThat(run("--version")).isEqualTo(new Ended(0, "corymb " + Main.version()));
    }

    @Test
    void importsAndChecksAFileWhereverItWasMovedTo() throws Exception {
        var project = folder.resolve("shop.corymb").toString();
        var items = program.resolve("sample-data").resolve("products.csv").toString();
        assertThat(run("create", project).status()).isZero();
        assertThat(run("import", project, items, "--as", "items", "--json").printed())
                .contains("\"accepted\" : 390");
        assertThat(run("check", project)).extracting(Ended::status).isEqualTo(0);
    }

    private Ended run(String... arguments) throws IOException, InterruptedException {
        var isWindows = System.getProperty("os.name").startsWith("Windows");
        var command = new ArrayList<String>();
        command.add(program.resolve("bin")
                .resolve(isWindows ? "corymb.cmd" : "corymb")
                .toString());
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), printed.strip());
    }
}
