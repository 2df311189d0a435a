package corymb.ui.kit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a page may ask the system for; tests answer in the person's place. */
public interface Dialogs {
    /** Asks for files to read; empty when the person changed their mind. */
    List<Path> chooseFiles(String title, List<FileKind> kinds);

    /** Asks for one file to read. */
    Optional<Path> chooseFile(String title, FileKind kind);

    /** Asks where to write; the system has asked already whether to replace an existing file. */
    Optional<Path> chooseTarget(String title, String suggestedName, FileKind kind);

    /** Asks before something that cannot be undone; {@code verb} is the button that does it. */
    boolean confirm(String question, String consequence, String verb);

    /** Tells what this program is. */
    void showAbout();

    /** Puts text on the clipboard. */
    void copy(String text);

    /** Opens a file or folder with the system's own program. */
    void reveal(Path path);

    /**
     * A kind of file.
     *
     * @param name what it is, such as "Corymb project"
     * @param patterns such as {@code *.corymb}
     */
    record FileKind(String name, List<String> patterns) {
        public FileKind {
            patterns = List.copyOf(patterns);
        }
    }
}
