package corymb.ui.kit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A person who chooses nothing and agrees to nothing. */
public final class SilentDialogs implements Dialogs {
    @Override
    public List<Path> chooseFiles(String title, List<FileKind> kinds) {
        return List.of();
    }

    @Override
    public Optional<Path> chooseFile(String title, FileKind kind) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> chooseTarget(String title, String suggestedName, FileKind kind) {
        return Optional.empty();
    }

    @Override
    public boolean confirm(String question, String consequence, String verb) {
        return false;
    }

    @Override
    public void showAbout() {}

    @Override
    public void copy(String text) {}

    @Override
    public void reveal(Path path) {}
}
