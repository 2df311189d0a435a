package corymb.cli;

import java.io.Console;
import java.io.PrintStream;
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
                System.out,
                System.err,
                Optional.ofNullable(System.console())
                        .filter(Console::isTerminal)
                        .isPresent());
    }
}
