package corymb.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.stats.Seed;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FuzzingTest {
    @TempDir
    private Path folder;

    /** Two files of each kind of damage; many more are tried by the command that {@link Fuzzing} names. */
    @Test
    void damagedFilesGiveATableOrAClearProblem() throws IOException {
        int files = 2 * Mutation.values().length;
        assertThat(Fuzzing.failures(new Seed(7), files, folder)).isEmpty();
    }
}
