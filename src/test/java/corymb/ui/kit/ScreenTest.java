package corymb.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScreenTest {
    private static final Pattern IN_FXML = Pattern.compile("\"%([A-Za-z0-9.]+)\"");
    private static final Pattern IN_CODE = Pattern.compile("\"([a-z][A-Za-z0-9]*\\.[A-Za-z0-9.]+)\"");

    /** Texts whose last part is the name of something, such as {@code "page." + id}. */
    private static final Pattern FAMILY =
            Pattern.compile("(?:Texts\\.of|Phrasebook\\.(?:of|find))\\(\\s*\"([a-z][A-Za-z0-9.]*\\.)\"\\s*\\+");

    @Test
    void everyFileHasAScreen() throws IOException {
        try (var files = Files.list(Path.of("fxml"))) {
            var onDisk = files.map(file -> file.getFileName().toString()).toList();
            assertThat(onDisk)
                    .containsExactlyInAnyOrderElementsOf(
                            Arrays.stream(Screen.values()).map(Screen::file).toList());
        }
    }

    @Test
    void everyTextNamedInAFileExists() throws IOException {
        assertThat(keys()).containsAll(found(Path.of("fxml"), ".fxml", IN_FXML));
    }

    @Test
    void everyTextNamedInCodeExists() throws IOException {
        var asked = found(Path.of("src/main/java"), ".java", Pattern.compile("Texts\\.of\\(\\s*\"([^\"]+)\"\\s*[,)]"));
        assertThat(asked).isNotEmpty();
        assertThat(keys()).containsAll(asked);
    }

    /** Of two with one name only the last would ever be seen. */
    @Test
    void noTextHasTheNameOfAnother() throws IOException {
        assertThat(Files.readAllLines(Path.of("src/main/resources/texts.properties")))
                .filteredOn(line -> line.contains("=") && !line.startsWith("#"))
                .extracting(line -> line.substring(0, line.indexOf('=')))
                .doesNotHaveDuplicates();
    }

    @Test
    void noTextIsUnused() throws IOException {
        var used = new TreeSet<>(found(Path.of("fxml"), ".fxml", IN_FXML));
        used.addAll(found(Path.of("src/main/java"), ".java", IN_CODE));
        var families = found(Path.of("src/main/java"), ".java", FAMILY);
        assertThat(keys())
                .allMatch(key -> used.contains(key) || families.stream().anyMatch(key::startsWith));
    }

    private static Set<String> keys() {
        return new TreeSet<>(Collections.list(Texts.bundle().getKeys()));
    }

    private static Set<String> found(Path folder, String ending, Pattern pattern) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .flatMap(file -> pattern.matcher(read(file)).results())
                    .map(match -> match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
