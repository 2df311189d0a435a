package corymb.ui.clusters;

import corymb.project.Journey;
import corymb.ui.kit.Screen;
import corymb.ui.kit.SilentDialogs;
import corymb.ui.session.PagePicture;
import corymb.ui.session.SampleProject;
import corymb.work.Progress;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.stage.Stage;
import javafx.util.Duration;

/** Draws the page of groups; arguments: light or dark, width, height, file, percent scrolled, what to press, and +feature for what to choose. */
public final class ClustersPicture extends Application {
    static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        launch(args);
    }

    @Override
    public void start(Stage stage) {
        var args = getParameters().getRaw();
        var picture = new PagePicture(stage, args);
        var file = SampleProject.create(PagePicture.folder(), 2_000);
        new Journey(file, SampleProject.CLOCK).ensureFeatures(Progress.NONE);
        picture.session().show(file);
        var model = new ClustersModel(picture.session(), _ -> {});
        var dialogs = new SilentDialogs();
        Parent page = Screen.CLUSTERS.load(Map.of(
                ClustersController.class, () -> new ClustersController(model, dialogs),
                ClusterOptionsController.class, () -> new ClusterOptionsController(model),
                ClusterResultsController.class, () -> new ClusterResultsController(model, picture.side(), dialogs)));
        picture.show("Clusters", page, Integer.parseInt(args.get(4)));
        args.stream()
                .skip(5)
                .filter(each -> each.startsWith("+"))
                .forEach(name -> model.options().features().stream()
                        .filter(choice -> choice.feature().name().equals(name.substring(1)))
                        .forEach(choice -> choice.chosenProperty().set(true)));
        model.findOrStop();
        var wait = new PauseTransition(Duration.seconds(4));
        wait.setOnFinished(_ ->
                args.stream().skip(5).filter(each -> !each.startsWith("+")).forEach(selector -> press(page, selector)));
        wait.play();
    }

    private static void press(Parent page, String selector) {
        var button = (ButtonBase) page.lookup(selector);
        button.fire();
    }
}
