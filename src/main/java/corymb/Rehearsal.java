package corymb;

import corymb.clustering.ClusterPlan;
import corymb.importing.FileDetection;
import corymb.importing.ImportPlan;
import corymb.importing.MappingProposal;
import corymb.importing.Role;
import corymb.project.Journey;
import corymb.ui.desk.Page;
import corymb.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.util.Duration;

/**
 * Runs the sample journey, then opens the window, looks at each page, takes a step on some and closes it again: from this the
 * packaging learns what the program needs, so that the first look at a page is as quick as the second.
 */
public final class Rehearsal extends Application {
    private static final Duration LOOK = Duration.millis(700);
    private static final Duration STEP = Duration.seconds(3);

    private final App app = new App();
    private final Deque<Scene> scenes = new ArrayDeque<>();

    /** Something that is done in the window, and how long it is looked at. */
    private record Scene(Runnable play, Duration lasts) {}

    public static void main(String... arguments) throws IOException {
        Main.version();
        var home = Files.createDirectories(Path.of(System.getProperty("user.home")));
        var folder = Files.createTempDirectory(home, "rehearsal");
        Main.commandLine("demo", "--headless", "--out", folder.toString());
        Application.launch(Rehearsal.class, folder.toString());
    }

    @Override
    public void init() {
        app.init();
    }

    @Override
    public void start(Stage stage) {
        var folder = Path.of(getParameters().getUnnamed().getFirst());
        var wiring = app.open(stage, Optional.empty());
        scenes.add(new Scene(() -> wiring.projects().open(folder.resolve("sample.corymb")), STEP));
        for (var page : Page.values()) {
            scenes.add(new Scene(() -> wiring.desk().go(page.id()), LOOK));
        }
        add(wiring, Page.SOURCES, (journey, progress) -> journey.importFile(customers(folder), progress));
        add(wiring, Page.QUALITY, Journey::assessQuality);
        add(
                wiring,
                Page.CLUSTERS,
                (journey, progress) -> journey.cluster(ClusterPlan.of(journey.suitableFeatures()), progress));
        next();
    }

    private void add(Wiring wiring, Page page, Journey.Step step) {
        scenes.add(new Scene(() -> wiring.desk().go(page.id()), LOOK));
        scenes.add(new Scene(() -> wiring.session().take(page.title(), step, _ -> {}), STEP));
    }

    private static ImportPlan customers(Path folder) {
        var detected = FileDetection.detect(folder.resolve("customers.csv"), Progress.NONE);
        return ImportPlan.of("rehearsed", Role.CUSTOMERS, detected, MappingProposal.propose(detected, Role.CUSTOMERS));
    }

    private void next() {
        if (scenes.isEmpty()) {
            Platform.exit();
            return;
        }
        var scene = scenes.poll();
        scene.play().run();
        var pause = new PauseTransition(scene.lasts());
        pause.setOnFinished(_ -> next());
        pause.play();
    }

    @Override
    public void stop() throws Exception {
        app.stop();
    }
}
