package corymb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.store.SqliteProjectFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs commands as a script would, and keeps what they print. */
final class Shell {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Shell() {}

    /** What a command left behind. */
    record Ended(int status, String out, String messages) {
        JsonNode json() {
            return JSON.readTree(out);
        }
    }

    static Ended run(Object... arguments) {
        var out = new ByteArrayOutputStream();
        return run(out, new PrintStream(out, true, StandardCharsets.UTF_8), arguments);
    }

    /** A command whose output goes to a stream of one's own. */
    static Ended runInto(OutputStream stream, Object... arguments) {
        return run(new ByteArrayOutputStream(), new PrintStream(stream, true, StandardCharsets.US_ASCII), arguments);
    }

    private static Ended run(ByteArrayOutputStream out, PrintStream stream, Object... arguments) {
        var messages = new ByteArrayOutputStream();
        var terminal = new Terminal(stream, new PrintStream(messages, true, StandardCharsets.UTF_8), false);
        var clock = Clock.systemUTC();
        var desk = new CommandDesk(new SqliteProjectFiles(clock), clock, terminal, _ -> {}, "1.2.3");
        int status = desk.run(Stream.of(arguments).map(String::valueOf).toList());
        return new Ended(status, out.toString(StandardCharsets.UTF_8), messages.toString(StandardCharsets.UTF_8));
    }

    /** A copy of a file that commands make where it is not there yet: making it takes most of a short test's time. */
    static Path copyOf(Path made, Making making, Path copy) throws IOException {
        if (Files.notExists(made)) {
            making.make(made);
        }
        return Files.copy(made, copy);
    }

    /** Makes a file. */
    @FunctionalInterface
    interface Making {
        void make(Path file) throws IOException;
    }

    static Ended done(Object... arguments) {
        var ended = run(arguments);
        assertThat(ended.status()).as(ended.messages()).isZero();
        return ended;
    }

    /** A command that must fail: with that status, one line of message, and nothing on the standard output. */
    static String refused(int status, Object... arguments) {
        var ended = run(arguments);
        assertThat(ended.status()).as(ended.out() + ended.messages()).isEqualTo(status);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.messages()).isNotBlank().hasLineCount(1).doesNotContain("Exception", "defect");
        return ended.messages();
    }
}
