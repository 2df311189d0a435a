package corymb.ui.desk;

import corymb.ui.kit.Dialogs;
import corymb.ui.session.Projects;
import corymb.ui.session.Session;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** What the frame of the window asks for, done with the open project. */
public final class WindowActions implements DeskActions {
    private final Projects projects;
    private final Session session;
    private final Dialogs dialogs;
    private final Consumer<List<Path>> importing;

    /**
     * Ties the frame to the project.
     *
     * @param importing starts the import of files while a project is open
     */
    public WindowActions(Projects projects, Session session, Dialogs dialogs, Consumer<List<Path>> importing) {
        this.projects = projects;
        this.session = session;
        this.dialogs = dialogs;
        this.importing = importing;
    }

    @Override
    public void newProject() {
        projects.create();
    }

    @Override
    public void openProject() {
        projects.choose();
    }

    @Override
    public void openRecent(Path project) {
        projects.open(project);
    }

    @Override
    public void saveCopy() {
        projects.saveCopy();
    }

    @Override
    public void closeProject() {
        projects.close();
    }

    @Override
    public void undo() {
        session.undo(_ -> {});
    }

    @Override
    public void redo() {
        session.redo(_ -> {});
    }

    @Override
    public void filesDropped(List<Path> files) {
        var project = files.stream()
                .filter(file -> file.toString().endsWith(".corymb"))
                .findFirst();
        if (project.isPresent()) {
            projects.open(project.get());
        } else if (session.fileProperty().get().isPresent()) {
            importing.accept(files);
        }
    }

    @Override
    public void showAbout() {
        dialogs.showAbout();
    }
}
