package corymb.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where a command writes: results to {@code out}, progress and messages to {@code messages}.
 *
 * @param isInteractive whether a person watches, so that a progress bar makes sense
 */
public record Terminal(PrintStream out, PrintStream messages, boolean isInteractive) {
    /** The terminal this process was started in. */
    public static Terminal system() {
        return new Terminal(
                readable(System.out, FileDescriptor.out),
                readable(System.err, FileDescriptor.err),
                Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .isPresent());
    }

    /** Where no language is set (LANG=C) Java would write a question mark for every letter but the English ones. */
    private static PrintStream readable(PrintStream stream, FileDescriptor descriptor) {
        return stream.charset().equals(StandardCharsets.US_ASCII)
                ? new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8)
                : stream;
    }
}
