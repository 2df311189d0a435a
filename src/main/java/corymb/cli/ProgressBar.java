package corymb.cli;

import corymb.work.JobProgress;

/** One line that grows while a job runs and is gone when it ends; nothing where nobody watches. */
final class ProgressBar implements JobProgress.Listener {
    /** Begins the line of a terminal anew. */
    static final String BEGIN_LINE = "\r\033[2K";

    private static final int CELLS = 24;
    private static final int LONGEST_STEP = 44;

    private final Terminal terminal;

    ProgressBar(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void progressed(double fraction, String step) {
        if (terminal.isInteractive()) {
            int full = (int) (fraction * CELLS);
            var shown = step.length() > LONGEST_STEP ? step.substring(0, LONGEST_STEP) : step;
            terminal.messages()
                    .print(BEGIN_LINE + "█".repeat(full) + "░".repeat(CELLS - full) + " " + Math.round(fraction * 100)
                            + " % " + shown);
            terminal.messages().flush();
        }
    }

    void clear() {
        if (terminal.isInteractive()) {
            terminal.messages().print(BEGIN_LINE);
            terminal.messages().flush();
        }
    }
}
