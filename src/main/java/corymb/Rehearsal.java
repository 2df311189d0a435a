package corymb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.util.Duration;

/** Runs the sample journey, then opens the window and closes it again: from this the packaging learns what starts need. */
public final class Rehearsal extends Application {
    private final App app = new App();

    public static void main(String... arguments) throws IOException {
        Main.version();
        var home = Files.createDirectories(Path.of(System.getProperty("user.home")));
        var folder = Files.createTempDirectory(home, "rehearsal");
        Main.commandLine("demo", "--headless", "--out", folder.toString());
        Application.launch(Rehearsal.class, arguments);
    }

    @Override
    public void init() {
        app.init();
    }

    @Override
    public void start(Stage stage) {
        app.open(stage, Optional.empty());
        var pause = new PauseTransition(Duration.seconds(2));
        pause.setOnFinished(_ -> Platform.exit());
        pause.play();
    }

    @Override
    public void stop() throws Exception {
        app.stop();
    }
}
