package corymb.ui.recommend;

import corymb.ui.kit.SilentDialogs;
import corymb.ui.session.PagePicture;
import corymb.ui.session.TestedProject;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.stage.Stage;
import javafx.util.Duration;

/** Draws the page of recommendations; arguments: light or dark, width, height, file, percent scrolled, whether to run. */
public final class RecommendPicture extends Application {
    static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        launch(args);
    }

    @Override
    public void start(Stage stage) {
        var args = getParameters().getRaw();
        var picture = new PagePicture(stage, args);
        picture.session().show(TestedProject.create(PagePicture.folder(), 100_000));
        var model = new RecommendModel(picture.session(), _ -> {});
        var page = RecommendPage.load(model, new SilentDialogs(), picture.side());
        picture.show("Recommendations", page, Integer.parseInt(args.get(4)));
        if (args.get(5).equals("run")) {
            later(1, model::compute);
            later(3, model::evaluate);
            model.shown.subscribe(shown -> shown.flatMap(RecommendModel.Shown::most)
                    .ifPresent(chart -> model.openItem(((corymb.chart.ChartSpec.RankedBars) chart)
                            .marks()
                            .getFirst()
                            .key())));
        }
    }

    private static void later(int seconds, Runnable work) {
        var wait = new PauseTransition(Duration.seconds(seconds));
        wait.setOnFinished(_ -> work.run());
        wait.play();
    }
}
