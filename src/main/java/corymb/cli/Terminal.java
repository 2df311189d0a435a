package corymb.cli;

import java.io.PrintStream;

/**
 * Where a command writes: results to {@code out}, progress and messages to {@code messages}.
 *
 * @param isInteractive whether a person watches, so that a progress bar makes sense
 */
public record Terminal(PrintStream out, PrintStream messages, boolean isInteractive) {
    /** The terminal this process was started in. */
    public static Terminal system() {
        var console = System.console();
        return new Terminal(System.out, System.err, console != null && console.isTerminal());
    }
}
