package corymb.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import corymb.importing.CsvDialect;
import corymb.importing.FileFormat;
import corymb.importing.FixedWidth;
import corymb.importing.ImportPlan;
import corymb.importing.Inside;
import corymb.importing.Mode;
import corymb.importing.Origin;
import corymb.importing.Recipe;
import corymb.importing.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where columns of fixed width stand is kept in recipes and steps; places that make no sense are refused. */
class FixedWidthCodecTest {
    private static final Recipe RECIPE = new Recipe(
            new ImportPlan(
                    "people",
                    Role.CUSTOMERS,
                    Path.of(""),
                    Inside.WHOLE,
                    FileFormat.CSV,
                    CsvDialect.STANDARD.withFixed(FixedWidth.of("id:0:6, city:6:10, note:20")),
                    List.of(),
                    true,
                    Origin.FILES),
            Mode.APPEND);

    @TempDir
    private Path folder;

    @Test
    void placesAreReadAsTheyWereWritten() {
        var file = folder.resolve("recipe.json");
        RecipeFile.write(RECIPE, file);

        assertThat(RecipeFile.read(file).plan().dialect())
                .isEqualTo(RECIPE.plan().dialect());
    }

    @Test
    void placesThatMakeNoSenseAreRefused() throws IOException {
        var written = new ChangeCodec().writeResult(RECIPE);
        var damages = Map.of(
                "\"start\":6", "\"start\":5",
                "\"start\":0", "\"start\":-1",
                "\"length\":10", "\"length\":2000000000",
                "\"name\":\"city\"", "\"name\":\"id\"",
                "\"delimiter\":\"fixed\"", "\"delimiter\":\",\"",
                "\"quote\":\"\"", "\"quote\":\"'\"",
                "\"columns\":[{\"name\":\"id\",\"start\":0,\"length\":6},", "\"columns\":[null,");
        for (var damage : damages.entrySet()) {
            assertThat(written).contains(damage.getKey());
            var file = Files.writeString(
                    folder.resolve("recipe.json"), written.replace(damage.getKey(), damage.getValue()));
            assertThatThrownBy(() -> RecipeFile.read(file))
                    .as(damage.getValue())
                    .hasMessageContaining("This is no recipe for imports.");
        }
    }

    @Test
    void aDialectOfFixedWidthWithoutColumnsIsNone() throws IOException {
        var written = new ChangeCodec()
                .writeResult(RECIPE)
                .replaceFirst("\"fixed\":\\{\"columns\":\\[.*?\\]\\}", "\"fixed\":{\"columns\":[]}");
        var file = Files.writeString(folder.resolve("recipe.json"), written);

        assertThat(written).contains("\"fixed\":{\"columns\":[]}");
        assertThatThrownBy(() -> RecipeFile.read(file)).hasMessageContaining("This is no recipe for imports.");
    }
}
