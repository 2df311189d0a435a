package corymb.ui.experiments;

import corymb.ui.experiments.ExperimentsModel.Tab;
import corymb.ui.kit.SilentDialogs;
import corymb.ui.session.PagePicture;
import corymb.ui.session.TestedProject;
import javafx.application.Application;
import javafx.stage.Stage;

/** Draws the page of tests; arguments: light or dark, width, height, file, tab, percent scrolled, whether to run. */
public final class ExperimentsPicture extends Application {
    static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        launch(args);
    }

    @Override
    public void start(Stage stage) {
        var args = getParameters().getRaw();
        var picture = new PagePicture(stage, args);
        picture.session().show(TestedProject.create(PagePicture.folder(), 100_000));
        var model = new ExperimentsModel(picture.session(), _ -> {});
        model.tabProperty().set(Tab.valueOf(args.get(4)));
        var page = ExperimentsPage.load(model, new SilentDialogs());
        picture.show("Experiments", page, Integer.parseInt(args.get(5)));
        if (args.get(6).equals("run")) {
            var wait = new javafx.animation.PauseTransition(javafx.util.Duration.seconds(1));
            wait.setOnFinished(_ -> model.run());
            wait.play();
        }
    }
}
