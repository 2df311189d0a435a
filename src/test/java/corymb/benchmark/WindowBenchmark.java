package corymb.benchmark;

import corymb.Wiring;
import corymb.clustering.ClusterPlan;
import corymb.importing.FileDetection;
import corymb.importing.ImportPlan;
import corymb.importing.MappingProposal;
import corymb.importing.Role;
import corymb.project.Journey;
import corymb.settings.Settings;
import corymb.store.SqliteProjectFiles;
import corymb.ui.desk.Page;
import corymb.ui.kit.ErrorLog;
import corymb.ui.kit.FxJobRunner;
import corymb.ui.kit.Screen;
import corymb.ui.kit.SilentDialogs;
import corymb.ui.kit.TableGrid;
import corymb.ui.kit.Theme;
import corymb.work.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.stage.Stage;

/** Measures whether the window answers while it opens, imports 1,000,000 events, clusters 200,000 customers and shows each page. */
public final class WindowBenchmark {
    private static final int EVENTS = 1_000_000;
    private static final long SETTLES_MILLIS = 1_500;
    private static final int SCREENFULS = 200;
    private static final long FRAME_MILLIS = 16;
    private static final List<String> FEATURES = List.of("recency_days", "frequency", "monetary", "events_90d");

    private final Path folder;
    private final FxJobRunner jobs = new FxJobRunner(new ErrorLog());
    private final Wiring wiring;
    private final boolean isLoud;

    private WindowBenchmark(Path folder, boolean isLoud) {
        this.folder = folder;
        this.isLoud = isLoud;
        wiring = new Wiring(
                jobs,
                new SilentDialogs(),
                new SqliteProjectFiles(Clock.systemUTC()),
                new SimpleObjectProperty<>(Settings.DEFAULT.withTheme(Settings.ThemeChoice.LIGHT)),
                folder);
    }

    /**
     * Prints a table, one row a figure; with the argument {@code stacks} also what the thread was doing, with {@code window} in
     * a window on the screen: without one, the thread waits for each picture to be drawn.
     */
    public static void main(String[] args) throws Exception {
        if (!List.of(args).contains("window")) {
            System.setProperty("glass.platform", "Headless");
        }
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
        var folder = Files.createTempDirectory("corymb-window-");
        var csv = PipelineBenchmark.writeEvents(folder.resolve("events.csv"), EVENTS);
        var started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Theme.prepare();
        Screen.prepare();
        var isLoud = List.of(args).contains("stacks");
        try (var heartbeat = Heartbeat.start()) {
            onFx(() -> new WindowBenchmark(folder, isLoud)).run(heartbeat, csv);
        }
        Platform.exit();
        PipelineBenchmark.delete(folder);
    }

    private void run(Heartbeat heartbeat, Path csv) throws Exception {
        heartbeat.longest();
        onFx(this::open);
        settle();
        print(heartbeat, "while the window opens");
        var file = new SqliteProjectFiles(Clock.systemUTC()).create(folder.resolve("window.corymb"));
        onFx(() -> {
            wiring.session().show(file);
            return file;
        });
        settle();
        heartbeat.longest();
        var detected = FileDetection.detect(csv, Progress.NONE);
        var plan = ImportPlan.of("events", Role.EVENTS, detected, MappingProposal.propose(detected, Role.EVENTS));
        take((journey, progress) -> journey.importFile(plan, progress));
        print(heartbeat, "during import");
        take(Journey::resolveCustomers);
        take((journey, progress) -> journey.computeFeatures(journey.standardFeatures(progress), progress));
        go(Page.CLUSTERS);
        heartbeat.longest();
        take((journey, progress) -> journey.cluster(ClusterPlan.of(FEATURES), progress));
        print(heartbeat, "during clustering");
        for (var page : Page.values()) {
            if (page != Page.WELCOME) {
                go(page);
                print(heartbeat, "on the way to " + page.id());
            }
        }
        onFx(() -> {
            wiring.session().close();
            jobs.close();
            return true;
        });
        scroll(heartbeat);
    }

    /** Through 1,000,000 rows of 500 columns, a screenful after the other, as fast as the window follows. */
    private void scroll(Heartbeat heartbeat) throws Exception {
        var grid = onFx(TableGrid::new);
        onFx(() -> show(grid));
        onFx(() -> {
            grid.show(new ManyRows(1_000_000, 500));
            return grid;
        });
        settle();
        print(heartbeat, "until a table of 500 columns is there");
        var view = (TableView<?>) grid.lookup(".table-view");
        for (int screenful = 0; screenful < SCREENFULS; screenful++) {
            int row = screenful * 25;
            onFx(() -> {
                view.scrollTo(row);
                return row;
            });
            TimeUnit.MILLISECONDS.sleep(FRAME_MILLIS);
        }
        print(heartbeat, "while scrolling it");
    }

    private Stage open() {
        return show(wiring.frame());
    }

    private static Stage show(Parent root) {
        var scene = new Scene(root, 1000, 900);
        new Theme(scene).settingsProperty().set(Settings.DEFAULT.withTheme(Settings.ThemeChoice.LIGHT));
        var stage = new Stage();
        stage.setScene(scene);
        stage.show();
        return stage;
    }

    private void go(Page page) throws Exception {
        onFx(() -> {
            wiring.desk().go(page.id());
            return page;
        });
        settle();
    }

    private void take(Journey.Step step) throws Exception {
        var ended = new CountDownLatch(1);
        onFx(() -> wiring.session().take("Benchmark", step, _ -> ended.countDown()));
        ended.await();
        settle();
    }

    private void print(Heartbeat heartbeat, String name) {
        var wait = heartbeat.longest();
        System.out.println(wait.row(name));
        if (isLoud) {
            System.out.println("  " + wait.doing());
        }
    }

    /** Lets what was begun meanwhile, such as drawing charts, come to its end. */
    private static void settle() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(SETTLES_MILLIS);
    }

    private static <T> T onFx(java.util.concurrent.Callable<T> work) throws Exception {
        var task = new java.util.concurrent.FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }
}
