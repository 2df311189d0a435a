package corymb.ui.desk;

import java.nio.file.Path;
import java.util.List;

/** What a window can be asked for, answered by doing nothing; for pictures. */
public record NoActions() implements DeskActions {
    @Override
    public void newProject() {}

    @Override
    public void openProject() {}

    @Override
    public void openRecent(Path project) {}

    @Override
    public void saveCopy() {}

    @Override
    public void closeProject() {}

    @Override
    public void undo() {}

    @Override
    public void redo() {}

    @Override
    public void filesDropped(List<Path> files) {}

    @Override
    public void showAbout() {}
}
