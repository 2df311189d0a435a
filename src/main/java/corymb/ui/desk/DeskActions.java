package corymb.ui.desk;

import java.nio.file.Path;
import java.util.List;

/** What the window can ask of the program as a whole. */
public interface DeskActions {
    void newProject();

    void openProject();

    void openRecent(Path project);

    void saveCopy();

    void closeProject();

    void undo();

    void redo();

    /** Takes files that were dropped on the window. */
    void filesDropped(List<Path> files);

    void showAbout();
}
