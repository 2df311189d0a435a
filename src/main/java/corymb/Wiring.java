package corymb;

import corymb.project.ProjectFiles;
import corymb.settings.Settings;
import corymb.ui.desk.DeskController;
import corymb.ui.desk.DeskFollower;
import corymb.ui.desk.DeskModel;
import corymb.ui.desk.Page;
import corymb.ui.desk.WindowActions;
import corymb.ui.kit.Dialogs;
import corymb.ui.kit.FxJobRunner;
import corymb.ui.kit.InspectorSide;
import corymb.ui.kit.Screen;
import corymb.ui.session.Projects;
import corymb.ui.session.Session;
import corymb.ui.welcome.WelcomeController;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;

/** Puts the parts of the window together, by hand. */
public final class Wiring {
    private final FxJobRunner jobs;
    private final InspectorSide side = new InspectorSide();
    private final Session session;
    private final Projects projects;
    private final DeskModel desk;

    /**
     * Prepares the parts.
     *
     * @param folder where the sample project is kept
     */
    public Wiring(
            FxJobRunner jobs, Dialogs dialogs, ProjectFiles files, ObjectProperty<Settings> settings, Path folder) {
        this.jobs = jobs;
        this.session = new Session(jobs, Clock.systemUTC());
        this.projects = new Projects(session, files, dialogs, settings, folder.resolve("Sample.corymb"));
        this.desk = new DeskModel(new WindowActions(projects, session, dialogs, this::importFiles), settings);
    }

    public Session session() {
        return session;
    }

    public Projects projects() {
        return projects;
    }

    public DeskModel desk() {
        return desk;
    }

    /** The frame with the page that is open. */
    public Parent frame() {
        var controller = new DeskController(desk, this::page, side, jobs.running());
        Parent frame = Screen.DESK.load(Map.of(DeskController.class, () -> controller));
        DeskFollower.follow(desk, session, controller::forgetPages);
        return frame;
    }

    private Node page(String id) {
        return switch (Page.of(id)) {
            case WELCOME -> load(Screen.WELCOME, WelcomeController.class, () -> new WelcomeController(projects));
            case SOURCES,
                    QUALITY,
                    CUSTOMERS,
                    FEATURES,
                    CLUSTERS,
                    SEGMENTS,
                    RECOMMENDATIONS,
                    EXPERIMENTS,
                    EXPORTS,
                    HISTORY -> load(Screen.WELCOME, WelcomeController.class, () -> new WelcomeController(projects));
        };
    }

    private static <T> Node load(Screen screen, Class<T> type, Supplier<T> controller) {
        return screen.load(Map.of(type, controller));
    }

    private void importFiles(List<Path> files) {
        desk.go(Page.SOURCES.id());
    }
}
