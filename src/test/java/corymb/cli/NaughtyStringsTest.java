package corymb.cli;

import static corymb.cli.Shell.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The big list of naughty strings (Max Woolf): whatever a person writes comes out again as it went in. */
class NaughtyStringsTest {
    private static final Path LIST = Path.of("../shared/data/naughty-strings/blns.json");

    @TempDir
    private Path folder;

    @Test
    void everyStringGoesIntoAProjectAndOutAgainByteForByte() throws IOException {
        assumeTrue(Files.exists(LIST), () -> "Skipped: " + LIST + " is not here");
        var strings = new JsonMapper()
                .readTree(LIST.toFile())
                .valueStream()
                .map(text -> text.asString())
                .toList();
        var project = folder.resolve("naughty.corymb").toString();
        var out = folder.resolve("out.json");
        var file = folder.resolve("strings.csv");
        Files.writeString(file, csv(strings));

        done("create", project);
        assertThat(done("import", project, file.toString(), "--as", "customers", "--json")
                        .json()
                        .at("/accepted")
                        .asInt())
                .isEqualTo(strings.size());
        done("resolve", project);
        done("export", project, "customers", "--out", out.toString(), "--format", "json");

        var given = exported(out);
        assertThat(given).hasSize(515);
        assertThat(IntStream.range(0, strings.size())
                        .mapToObj(i -> given.getOrDefault("n" + i, "lost"))
                        .toList())
                .isEqualTo(strings);
    }

    private static String csv(List<String> strings) {
        var lines = new ArrayList<String>(List.of("id,email,words"));
        for (int i = 0; i < strings.size(); i++) {
            lines.add(
                    "n%d,n%d@example.org,\"%s\"".formatted(i, i, strings.get(i).replace("\"", "\"\"")));
        }
        return String.join("\r\n", lines) + "\r\n";
    }

    private static Map<String, String> exported(Path out) {
        var words = new HashMap<String, String>();
        new JsonMapper()
                .readTree(out.toFile())
                .valueStream()
                .forEach(row -> words.put(
                        row.at("/customer_id").asString(),
                        row.at("/words").isNull() ? "" : row.at("/words").asString()));
        return words;
    }
}
