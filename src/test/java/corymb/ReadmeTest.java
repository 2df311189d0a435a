package corymb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    @Test
    void thePackageMapNamesEveryPackageAndNoOther() throws IOException {
        var named = Pattern.compile("(?m)^\\| `(\\w+)` \\|")
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toSet());
        try (var folders = Files.list(Path.of("src/main/java/corymb"))) {
            var there = folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toSet());
            assertThat(named).isEqualTo(there);
        }
    }

    @Test
    void everythingTheReadmePointsToIsThere() throws IOException {
        var links = Pattern.compile("\\]\\((?!http)([^)#]+)\\)")
                .matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(link -> Path.of(link.group(1)))
                .toList();
        assertThat(links).isNotEmpty().allSatisfy(link -> assertThat(link).exists());
    }
}
