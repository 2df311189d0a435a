package corymb;

import corymb.settings.Folders;
import corymb.settings.Settings;
import corymb.settings.SettingsFile;
import corymb.store.SqliteProjectFiles;
import corymb.ui.kit.ErrorLog;
import corymb.ui.kit.FxDialogs;
import corymb.ui.kit.FxJobRunner;
import corymb.ui.kit.Screen;
import corymb.ui.kit.SettingsKeeper;
import corymb.ui.kit.Theme;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import javafx.application.Application;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;

/** The window. */
public final class App extends Application {
    private static final double LEAST_WIDTH = 1024;
    private static final double LEAST_HEIGHT = 640;

    private final ObjectProperty<Settings> settings = new SimpleObjectProperty<>(Settings.DEFAULT);
    private Optional<Running> running = Optional.empty();

    /** What has to be ended in order when the window closes. */
    private record Running(Wiring wiring, FxJobRunner jobs, SettingsKeeper keeper, ErrorLog.FileLog log) {}

    /** Runs before the start on a thread of its own, so that the JavaFX thread has less to do. */
    @Override
    public void init() {
        Theme.prepare();
        Screen.prepare();
    }

    @Override
    public void start(Stage stage) {
        var project = getParameters().getUnnamed().stream().findFirst().map(Path::of);
        open(stage, project);
    }

    /** Opens the window, with a project or with the welcome page. */
    Wiring open(Stage stage, Optional<Path> project) {
        var folder = Folders.ofCorymb();
        var keeper = new SettingsKeeper(new SettingsFile(folder.resolve("settings.properties")), settings);
        var log = ErrorLog.inFolder(folder.resolve("logs"));
        var jobs = new FxJobRunner(new ErrorLog());
        var files = new SqliteProjectFiles(Clock.systemUTC());
        var wiring = new Wiring(jobs, new FxDialogs(stage, getHostServices()), files, settings, folder);
        running = Optional.of(new Running(wiring, jobs, keeper, log));
        show(stage, wiring);
        project.ifPresent(wiring.projects()::open);
        return wiring;
    }

    private void show(Stage stage, Wiring wiring) {
        var bounds = settings.get().window();
        var scene = new Scene(wiring.frame(), bounds.width(), bounds.height());
        new Theme(scene).settingsProperty().bindBidirectional(settings);
        for (int size : new int[] {16, 32, 64, 128, 256}) {
            stage.getIcons().add(new Image("/icons/corymb-" + size + ".png"));
        }
        var project = wiring.desk().projectNameProperty();
        stage.titleProperty()
                .bind(Bindings.when(project.isEmpty()).then("Corymb").otherwise(Bindings.concat(project, " – Corymb")));
        stage.setScene(scene);
        stage.setMaximized(bounds.maximised());
        stage.setOnHiding(_ -> settings.set(settings.get().withWindow(boundsOf(stage))));
        stage.show();
        fitIn(javafx.stage.Screen.getPrimary().getVisualBounds(), stage);
    }

    /** Makes a window that is larger than its screen as large as that, frame included, which is known once it is shown. */
    static void fitIn(Rectangle2D screen, Stage stage) {
        stage.setMinWidth(Math.min(LEAST_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, screen.getHeight()));
        if (stage.getWidth() > screen.getWidth()) {
            stage.setX(screen.getMinX());
            stage.setWidth(screen.getWidth());
        }
        if (stage.getHeight() > screen.getHeight()) {
            stage.setY(screen.getMinY());
            stage.setHeight(screen.getHeight());
        }
    }

    private static Settings.WindowBounds boundsOf(Stage stage) {
        return new Settings.WindowBounds(
                stage.getX(),
                stage.getY(),
                stage.getScene().getWidth(),
                stage.getScene().getHeight(),
                stage.isMaximized());
    }

    @Override
    public void stop() throws Exception {
        if (running.isPresent()) {
            var parts = running.get();
            parts.jobs().close();
            parts.wiring().session().close();
            parts.keeper().close();
            parts.log().close();
        }
    }
}
