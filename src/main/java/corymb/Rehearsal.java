package corymb;

import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.util.Duration;

/** Opens the window and closes it again: the run from which the packaging learns which classes a start needs. */
public final class Rehearsal extends Application {
    public static void main(String... arguments) {
        Main.version();
        Application.launch(Rehearsal.class, arguments);
    }

    @Override
    public void start(Stage stage) {
        new App().start(stage);
        var pause = new PauseTransition(Duration.seconds(2));
        pause.setOnFinished(finished -> Platform.exit());
        pause.play();
    }
}
