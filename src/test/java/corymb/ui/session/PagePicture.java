package corymb.ui.session;

import corymb.settings.Settings;
import corymb.ui.desk.DeskController;
import corymb.ui.desk.DeskModel;
import corymb.ui.desk.NoActions;
import corymb.ui.kit.ErrorLog;
import corymb.ui.kit.FxJobRunner;
import corymb.ui.kit.InspectorSide;
import corymb.ui.kit.RailStep;
import corymb.ui.kit.ScenePicture;
import corymb.ui.kit.Screen;
import corymb.ui.kit.StepState;
import corymb.ui.kit.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import javafx.util.Duration;

/** Shows one page of a project in the frame of the window and writes pictures of it, to be looked at. */
public final class PagePicture {
    private final Stage stage;
    private final List<String> arguments;
    private final FxJobRunner jobs = new FxJobRunner(new ErrorLog());
    private final InspectorSide side = new InspectorSide();
    private final Session session = new Session(jobs, SampleProject.CLOCK);

    /** Arguments: light or dark, width, height, and the file to write. */
    public PagePicture(Stage stage, List<String> arguments) {
        this.stage = stage;
        this.arguments = List.copyOf(arguments);
    }

    public Session session() {
        return session;
    }

    public InspectorSide side() {
        return side;
    }

    /** Opens a project of the sample, shows the page in the frame and writes its picture after a while. */
    public void show(String name, Node page, int scrolled) {
        var theme = arguments.getFirst().equals("dark") ? Settings.ThemeChoice.DARK : Settings.ThemeChoice.LIGHT;
        var settings =
                new SimpleObjectProperty<>(Settings.DEFAULT.withTheme(theme).withReducedMotion(true));
        var model = new DeskModel(new NoActions(), settings);
        model.steps().add(new RailStep("page", name, "fth-activity", StepState.READY, "", ""));
        model.projectNameProperty().set("Fernweh outdoor");
        var controller = new DeskController(model, _ -> page, side, jobs.running());
        Parent desk = Screen.DESK.load(Map.of(DeskController.class, () -> controller));
        var scene = new Scene(desk, Double.parseDouble(arguments.get(1)), Double.parseDouble(arguments.get(2)));
        new Theme(scene).settingsProperty().bindBidirectional(settings);
        stage.setScene(scene);
        stage.show();
        model.go("page");
        var wait = new PauseTransition(Duration.seconds(9));
        wait.setOnFinished(_ -> {
            ((ScrollPane) desk.lookup(".page-scroll")).setVvalue(scrolled / 100.0);
            var settle = new PauseTransition(Duration.seconds(1));
            settle.setOnFinished(_ -> end(scene));
            settle.play();
        });
        wait.play();
    }

    private void end(Scene scene) {
        ScenePicture.write(scene, Path.of(arguments.get(3)));
        jobs.close();
        stage.close();
    }

    /** A new folder that the project of the picture can stand in. */
    public static Path folder() {
        try {
            return Files.createTempDirectory("picture");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
