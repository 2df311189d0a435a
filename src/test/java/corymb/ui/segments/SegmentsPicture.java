package corymb.ui.segments;

import corymb.feature.FeaturePlan;
import corymb.project.Journey;
import corymb.project.ProjectFile;
import corymb.rule.RuleParser;
import corymb.segment.SegmentPlan;
import corymb.settings.Settings;
import corymb.ui.kit.SilentDialogs;
import corymb.ui.session.PagePicture;
import corymb.ui.session.SampleProject;
import corymb.ui.session.SelfRefresh;
import corymb.work.Progress;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Slider;
import javafx.stage.Stage;

/** Draws the page of segments that were found each month; arguments: light or dark, width, height, file, percent scrolled. */
public final class SegmentsPicture extends Application {
    private static final int MONTHS = 6;

    static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        launch(args);
    }

    @Override
    public void start(Stage stage) {
        var args = getParameters().getRaw();
        var picture = new PagePicture(stage, args);
        picture.session().show(monthly(SampleProject.create(PagePicture.folder(), 3_000)));
        var page = SegmentsPage.load(
                picture.session(),
                new SelfRefresh(picture.session(), new SimpleObjectProperty<>(Settings.DEFAULT)),
                new SilentDialogs(),
                _ -> {},
                picture.side());
        picture.show("Segments", page, Integer.parseInt(args.get(4)));
        var wait = new PauseTransition(javafx.util.Duration.seconds(7));
        wait.setOnFinished(_ -> {
            ((Slider) page.lookup("#since")).setValue(2);
            if (page.lookup("#causes").lookup(".words-link") instanceof ButtonBase first) {
                first.fire();
            }
        });
        wait.play();
    }

    /** The same customers looked at from each of six months, the rule of one segment edited in the fourth. */
    private static ProjectFile monthly(ProjectFile file) {
        var rules = Map.of(
                "Recent buyers", "recency_days <= 60",
                "Regulars", "did \"purchase\" at least 2 times in the last 120 days",
                "Lapsed", "recency_days > 120 and frequency >= 2");
        new Journey(file, SampleProject.CLOCK).ensureFeatures(Progress.NONE);
        var plan = file.history().present().features().orElseThrow().value().plan();
        for (int month = 0; month < MONTHS; month++) {
            var back = Duration.ofDays(30L * (MONTHS - 1 - month));
            var asOf = plan.asOf().minus(back).truncatedTo(ChronoUnit.DAYS);
            var journey = new Journey(file, Clock.offset(SampleProject.CLOCK, back.negated()));
            journey.take(
                    (steps, progress) -> steps.computeFeatures(
                            new FeaturePlan(asOf, plan.purchaseType(), plan.definitions()), progress),
                    Progress.NONE);
            if (month == 0) {
                rules.forEach((name, rule) -> define(journey, name, rule));
            } else {
                journey.refresh(Progress.NONE);
            }
            if (month == 3) {
                define(journey, "Recent buyers", "recency_days <= 45");
            }
        }
        return file;
    }

    private static void define(Journey journey, String name, String rule) {
        journey.take(
                (steps, progress) -> steps.segments().define(new SegmentPlan(name, RuleParser.require(rule)), progress),
                Progress.NONE);
    }
}
