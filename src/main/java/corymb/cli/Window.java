package corymb.cli;

import java.nio.file.Path;

/** The window, for the one command that opens it. */
@FunctionalInterface
public interface Window {
    /** Opens the window on a project and returns when it is closed; returns at once where there is no display. */
    void open(Path project);
}
