package corymb.ui.segments;

import corymb.path.Breakdown;
import corymb.settings.Settings;
import corymb.store.SqliteProjectFiles;
import corymb.ui.kit.SilentDialogs;
import corymb.ui.session.PagePicture;
import corymb.ui.session.SampleProject;
import corymb.ui.session.SelfRefresh;
import corymb.work.Progress;
import java.nio.file.Path;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;

/** Draws funnel or cohorts on the page of segments; arguments: light or dark, width, height, file, percent scrolled, funnel or cohorts, project. */
public final class PathsPicture extends Application {
    static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        launch(args);
    }

    @Override
    public void start(Stage stage) {
        var args = getParameters().getRaw();
        var picture = new PagePicture(stage, args);
        var file = new SqliteProjectFiles(SampleProject.CLOCK).open(Path.of(args.get(6)), Progress.NONE);
        picture.session().show(file);
        var page = SegmentsPage.load(
                picture.session(),
                new SelfRefresh(picture.session(), new SimpleObjectProperty<>(Settings.DEFAULT)),
                new SilentDialogs(),
                _ -> {},
                picture.side());
        picture.show("Segments", page, Integer.parseInt(args.get(4)));
        after(2, () -> begin(page, args.get(5)));
    }

    @SuppressWarnings("unchecked")
    private static void begin(Parent page, String what) {
        boolean isFunnel = what.equals("funnel");
        ((ToggleButton) page.lookup(isFunnel ? "#funnelTab" : "#cohortsTab")).fire();
        var by = (ComboBox<Breakdown>) page.lookup("#breakdown");
        by.getItems().stream()
                .filter(each -> each instanceof Breakdown.ByField(var field) && field.equals("country"))
                .findFirst()
                .ifPresent(by::setValue);
        var column = (ComboBox<Optional<String>>) page.lookup("#column");
        column.setValue(Optional.of("value"));
        after(1, () -> press(page.lookup(isFunnel ? "#countFunnel" : "#countCohorts")));
        after(4, () -> {
            if (isFunnel) {
                press(page.lookup("#leaving").lookup(".words-link"));
            }
        });
    }

    private static void press(Node node) {
        if (node instanceof ButtonBase button) {
            button.fire();
        }
    }

    private static void after(int seconds, Runnable then) {
        var wait = new PauseTransition(javafx.util.Duration.seconds(seconds));
        wait.setOnFinished(_ -> then.run());
        wait.play();
    }
}
