package corymb.importing;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.table.ColumnType;
import corymb.work.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Detection looks at fields that go on for long without losing its way. */
class LongFieldTest {
    @TempDir
    Path folder;

    /** Blocks of the file end inside its two-byte letters, for at least one of two places that are one byte apart. */
    @ParameterizedTest
    @ValueSource(strings = {"", "x"})
    void aLongLineOfUtf8IsReadAsSuch(String before) throws IOException {
        var detected = detected("id,note\n1," + before + "é".repeat(400_000) + "\n2,b\n");
        assertThat(detected.guesses().encoding().value()).isEqualTo("UTF-8");
    }

    /** What looks like the beginning of a number is no number when it never ends. */
    @ParameterizedTest
    @ValueSource(strings = {"0", "7", ".123", "1-", ",5", "-"})
    void anEndlessNumberIsText(String piece) throws IOException {
        var detected = detected("id;note\n1;" + piece.repeat(200_000) + "\n2;b\n");
        assertThat(detected.columns()).extracting(DetectedColumn::name).containsExactly("id", "note");
        assertThat(detected.columns().getLast().type()).isEqualTo(ColumnType.TEXT);
    }

    /** A name of a million letters is cut, for nobody can read it. */
    @Test
    void anEndlessNameIsCut() throws IOException {
        var detected = detected("id,x" + "Y".repeat(1_000_000) + "\n1,a\n2,b\n");
        var names = MappingProposal.propose(detected, Role.CUSTOMERS).stream()
                .map(ColumnPlan::target)
                .toList();
        assertThat(names).first().isEqualTo(new Target.ToField("id"));
        assertThat(names.getLast())
                .isInstanceOfSatisfying(
                        Target.Attribute.class,
                        attribute -> assertThat(attribute.name()).hasSizeLessThan(210));
    }

    @Test
    void millionsOfBlankLinesTellNothing() throws IOException {
        var detected = detected("id,note\n1,a\n" + "\n".repeat(1_100_000) + "2,b\n");
        assertThat(detected.preview().rowCount()).isEqualTo(1);
    }

    private Detected detected(String text) throws IOException {
        var file = folder.resolve("long.csv");
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        return FileDetection.detect(file, Progress.NONE);
    }
}
