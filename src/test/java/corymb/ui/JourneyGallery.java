package corymb.ui;

import corymb.project.ProjectFile;
import corymb.segment.RuleParser;
import corymb.segment.SegmentPlan;
import corymb.settings.Settings;
import corymb.ui.clusters.ClustersController;
import corymb.ui.clusters.ClustersModel;
import corymb.ui.customers.CustomersController;
import corymb.ui.customers.CustomersModel;
import corymb.ui.desk.DeskActions;
import corymb.ui.desk.DeskController;
import corymb.ui.desk.DeskFollower;
import corymb.ui.desk.DeskModel;
import corymb.ui.exports.ExportsController;
import corymb.ui.exports.ExportsModel;
import corymb.ui.features.FeaturesController;
import corymb.ui.features.FeaturesModel;
import corymb.ui.history.HistoryController;
import corymb.ui.history.HistoryModel;
import corymb.ui.kit.ErrorLog;
import corymb.ui.kit.FxDialogs;
import corymb.ui.kit.FxJobRunner;
import corymb.ui.kit.InspectorSide;
import corymb.ui.kit.Screen;
import corymb.ui.kit.Theme;
import corymb.ui.segments.NewSegmentModel;
import corymb.ui.segments.RuleEditorController;
import corymb.ui.segments.RuleEditorModel;
import corymb.ui.segments.SegmentWizard;
import corymb.ui.segments.SegmentsController;
import corymb.ui.segments.SegmentsModel;
import corymb.ui.session.SampleProject;
import corymb.ui.session.Session;
import corymb.work.Progress;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import javafx.util.Duration;
import javax.imageio.ImageIO;

/**
 * Shows pages of the journey with the sample's customers, to be looked at.
 *
 * <p>Arguments: a folder for the pictures, then pictures such as {@code clusters,dark,1440,900,0.5,.group-card}: page, theme,
 * width, height, how far it is scrolled down, and what is clicked first; may begin with {@code empty,}.
 */
public final class JourneyGallery extends Application {
    private final FxJobRunner jobs = new FxJobRunner(new ErrorLog());
    private final InspectorSide side = new InspectorSide();
    private final ObjectProperty<Settings> settings = new SimpleObjectProperty<>(Settings.DEFAULT);
    private final Session session = new Session(jobs, SampleProject.CLOCK);
    private final DeskModel desk = new DeskModel(noActions(), settings);
    private @org.jspecify.annotations.Nullable Stage window;
    private final ArrayDeque<String> pictures = new ArrayDeque<>();

    /** Starts from the class path, where a class that is an application itself would not. */
    static final class Start {
        private Start() {}

        static void main(String[] args) {
            System.setProperty("java.awt.headless", "true");
            launch(JourneyGallery.class, args);
        }
    }

    private static DeskActions noActions() {
        return (DeskActions) Proxy.newProxyInstance(
                DeskActions.class.getClassLoader(), new Class<?>[] {DeskActions.class}, (_, _, _) -> null);
    }

    @Override
    public void start(Stage stage) throws IOException {
        window = stage;
        var args = getParameters().getRaw();
        pictures.addAll(args.subList(1, args.size()));
        boolean isEmpty = pictures.peek().startsWith("empty,");
        session.show(isEmpty ? SampleProject.empty(folder()) : journey());
        var controller = new DeskController(desk, this::page, side, jobs.running());
        Parent frame = Screen.DESK.load(Map.of(DeskController.class, () -> controller));
        DeskFollower.follow(desk, session);
        var scene = new Scene(frame, 1440, 900);
        new Theme(scene).settingsProperty().bindBidirectional(settings);
        stage.setScene(scene);
        stage.show();
        next(stage, args.getFirst());
    }

    private static java.nio.file.Path folder() throws IOException {
        return Files.createTempDirectory("gallery");
    }

    private static ProjectFile journey() throws IOException {
        var file = SampleProject.create(folder(), 6000);
        var journey = new corymb.project.Journey(file, SampleProject.CLOCK);
        journey.take(corymb.project.Journey::resolveCustomers, Progress.NONE);
        journey.take(
                (steps, progress) -> steps.computeFeatures(steps.standardFeatures(progress), progress), Progress.NONE);
        journey.take(
                (steps, progress) -> steps.cluster(
                        corymb.clustering.ClusterPlan.of(corymb.feature.FeatureMatrix.suitable(file.history()
                                .present()
                                .features()
                                .orElseThrow()
                                .value())),
                        progress),
                Progress.NONE);
        define(journey, "Champions", "r_score >= 4 and f_score >= 4 and m_score >= 4");
        define(journey, "Slipping away", "recency_days between 120 and 365 and frequency >= 3");
        define(journey, "New this quarter", "tenure_days <= 90");
        define(journey, "Big spenders in the Alps", "monetary > 500 and country in (\"AT\", \"CH\")");
        return file;
    }

    private static void define(corymb.project.Journey journey, String name, String rule) {
        var plan = new SegmentPlan(name, RuleParser.require(rule));
        journey.take((steps, progress) -> steps.defineSegment(plan, progress), Progress.NONE);
    }

    private Node page(String step) {
        return switch (step) {
            case "clusters" ->
                load(
                        Screen.CLUSTERS,
                        ClustersController.class,
                        () -> new ClustersController(
                                new ClustersModel(session, desk), side, new FxDialogs(window, getHostServices())));
            case "segments" -> segments();
            case "customers" ->
                load(
                        Screen.CUSTOMERS,
                        CustomersController.class,
                        () -> new CustomersController(
                                new CustomersModel(session, desk), side, new FxDialogs(window, getHostServices())));
            case "features" ->
                load(
                        Screen.FEATURES,
                        FeaturesController.class,
                        () -> new FeaturesController(
                                new FeaturesModel(session, desk), new FxDialogs(window, getHostServices())));
            case "history" ->
                load(
                        Screen.HISTORY,
                        HistoryController.class,
                        () -> new HistoryController(
                                new HistoryModel(session), side, desk, new FxDialogs(window, getHostServices())));
            case "exports" -> {
                var dialogs = new FxDialogs(window, getHostServices());
                yield load(
                        Screen.EXPORTS,
                        ExportsController.class,
                        () -> new ExportsController(new ExportsModel(session, dialogs, desk), dialogs));
            }
            default -> new javafx.scene.layout.VBox();
        };
    }

    private Node segments() {
        var dialogs = new FxDialogs(window, getHostServices());
        var rule = new RuleEditorModel(session);
        var wizard = new SegmentWizard(() -> new NewSegmentModel(session), dialogs);
        return Screen.SEGMENTS.load(Map.of(
                SegmentsController.class,
                () -> new SegmentsController(new SegmentsModel(session, desk), rule, wizard, side, dialogs),
                RuleEditorController.class,
                () -> new RuleEditorController(rule)));
    }

    private static <T> Node load(Screen screen, Class<T> type, Supplier<T> controller) {
        return screen.load(Map.of(type, controller));
    }

    private void next(Stage stage, String folder) {
        var picture = pictures.poll();
        if (picture == null) {
            stage.close();
            return;
        }
        var wanted = List.of(picture.replaceFirst("^empty,", "").split(","));
        settings.set(Settings.DEFAULT
                .withTheme(wanted.get(1).equals("dark") ? Settings.ThemeChoice.DARK : Settings.ThemeChoice.LIGHT)
                .withReducedMotion(true));
        stage.setWidth(Double.parseDouble(wanted.get(2)));
        stage.setHeight(Double.parseDouble(wanted.get(3)));
        desk.go(wanted.getFirst());
        after(1500, () -> {
            for (var selector : wanted.subList(5, wanted.size())) {
                switch (stage.getScene().lookup(selector)) {
                    case ButtonBase button -> button.fire();
                    case TableView<?> table -> table.getSelectionModel().select(1);
                    case null, default -> throw new IllegalArgumentException(selector);
                }
            }
            after(1500, () -> {
                if (stage.getScene().lookup(".page-scroll") instanceof ScrollPane scroll) {
                    scroll.setVvalue(Double.parseDouble(wanted.get(4)));
                }
                after(3000, () -> {
                    write(stage.getScene(), new File(folder, picture.replaceAll("[^a-z0-9.]+", "-") + ".png"));
                    next(stage, folder);
                });
            });
        });
    }

    private static void after(int millis, Runnable run) {
        var wait = new PauseTransition(Duration.millis(millis));
        wait.setOnFinished(_ -> run.run());
        wait.play();
    }

    private static void write(Scene scene, File file) {
        var image = scene.snapshot(null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        try {
            ImageIO.write(copy, "png", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        session.close();
        jobs.close();
    }
}
