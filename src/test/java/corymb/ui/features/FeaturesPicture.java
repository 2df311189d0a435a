package corymb.ui.features;

import corymb.ui.kit.Screen;
import corymb.ui.kit.SilentDialogs;
import corymb.ui.session.PagePicture;
import corymb.ui.session.TestedProject;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.stage.Stage;
import javafx.util.Duration;

/** Draws the page of features; arguments: light or dark, width, height, file, percent scrolled, and closed, gallery, define, ratio, score, buyer, engagement, stage or lifetime. */
public final class FeaturesPicture extends Application {
    static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        launch(args);
    }

    @Override
    public void start(Stage stage) {
        var args = getParameters().getRaw();
        var picture = new PagePicture(stage, args);
        picture.session().show(TestedProject.create(PagePicture.folder(), 3_000));
        var model = new FeaturesModel(picture.session(), _ -> {});
        var dialogs = new SilentDialogs();
        Node page = Screen.FEATURES.load(Map.of(
                FeaturesController.class, () -> new FeaturesController(model, dialogs),
                FeaturesLifetimeController.class, () -> new FeaturesLifetimeController(model),
                FeaturesScoresController.class, () -> new FeaturesScoresController(model),
                FeaturesTogetherController.class, () -> new FeaturesTogetherController(model),
                FeatureOptionsController.class, () -> new FeatureOptionsController(model, dialogs)));
        picture.show("Features", page, Integer.parseInt(args.get(4)));
        later(3, () -> {
            switch (args.get(5)) {
                case "gallery" -> ((ButtonBase) page.lookup("#more")).fire();
                case "define" -> define(model, dialogs, page, "order_value_mean");
                case "score" -> define(model, dialogs, page, "f_score");
                case "buyer" -> define(model, dialogs, page, "rfm_group");
                case "engagement" -> define(model, dialogs, page, "engagement");
                case "stage" -> define(model, dialogs, page, "lifecycle_stage");
                case "ratio" -> define(model, dialogs, page, "recent_activity");
                case "lifetime" -> {
                    model.options().definitions().stream()
                            .filter(choice -> choice.definition() instanceof corymb.feature.Foretold)
                            .forEach(choice -> choice.chosenProperty().set(true));
                    model.computeOrStop();
                }
                default -> model.computeOrStop();
            }
        });
    }

    private static void define(FeaturesModel model, SilentDialogs dialogs, Node page, String name) {
        var like = model.options().definitions().stream()
                .filter(choice -> choice.definition().name().equals(name))
                .findFirst()
                .orElseThrow()
                .definition();
        DefinitionSheet.show(model, DefinitionDraft.like(like, "Mine").orElseThrow(), dialogs, page);
    }

    private static void later(int seconds, Runnable work) {
        var wait = new PauseTransition(Duration.seconds(seconds));
        wait.setOnFinished(_ -> work.run());
        wait.play();
    }
}
