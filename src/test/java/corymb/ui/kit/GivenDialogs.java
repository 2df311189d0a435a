package corymb.ui.kit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers in the person's place: always with the same file, and yes; keeps what was shown and copied. */
public final class GivenDialogs implements Dialogs {
    public final List<Path> revealed = new ArrayList<>();
    public final List<String> copied = new ArrayList<>();
    private final Optional<Path> file;

    public GivenDialogs(Path file) {
        this.file = Optional.of(file);
    }

    /** Changes its mind at every question about a file. */
    public GivenDialogs() {
        file = Optional.empty();
    }

    @Override
    public List<Path> chooseFiles(String title, List<FileKind> kinds) {
        return file.stream().toList();
    }

    @Override
    public Optional<Path> chooseFile(String title, FileKind kind) {
        return file;
    }

    @Override
    public Optional<Path> chooseTarget(String title, String suggestedName, FileKind kind) {
        return file;
    }

    @Override
    public boolean confirm(String question, String consequence, String verb) {
        return true;
    }

    @Override
    public void showAbout() {}

    @Override
    public void copy(String text) {
        copied.add(text);
    }

    @Override
    public void reveal(Path path) {
        revealed.add(path);
    }
}
