package corymb;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.settings.Settings;
import corymb.store.SqliteProjectFiles;
import corymb.ui.kit.ErrorLog;
import corymb.ui.kit.Fx;
import corymb.ui.kit.FxJobRunner;
import corymb.ui.kit.FxTest;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.Reach;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The whole window, clicked through as a person would. */
@FxTest
class WindowJourneyTest {
    private static final long PATIENCE_SECONDS = 120;
    private static final List<String> PAGES = List.of(
            "Sources",
            "Quality",
            "Customers",
            "Features",
            "Clusters",
            "Segments",
            "Recommendations",
            "Experiments",
            "Exports",
            "History");

    @TempDir
    private Path folder;

    private final FxRobot robot = new FxRobot();
    private FxJobRunner jobs;
    private Wiring wiring;

    @BeforeEach
    void openWindow() {
        jobs = Fx.get(() -> new FxJobRunner(new ErrorLog()));
        var settings = new SimpleObjectProperty<>(Settings.DEFAULT.withReducedMotion(true));
        var files = new SqliteProjectFiles(Clock.systemUTC());
        wiring = Fx.get(() -> new Wiring(jobs, new ChoosingDialogs(folder), files, settings, folder));
        Fx.show(wiring::frame, 1000, 900);
    }

    @AfterEach
    void closeWindow() {
        Fx.run(() -> {
            wiring.session().close();
            jobs.close();
        });
    }

    @Test
    void fromTheWelcomePageThroughTheSampleToAnExport() throws TimeoutException {
        robot.clickOn("Explore the sample");
        patiently(() -> !wiring.session().project().studies().isEmpty() && isQuiet());
        assertThat(wiring.session().project().sources()).hasSize(8);
        for (var page : PAGES) {
            go(page);
            assertThat(problems()).as(page).isEmpty();
            assertThat(Fx.get(() -> Reach.nameless(page())))
                    .as("nameless on " + page)
                    .isEmpty();
            assertThat(Fx.get(() -> Reach.backwards(page())))
                    .as("tab order of " + page)
                    .isEmpty();
        }
        keysFindAndExport();
        export();
        undoAndRedo();
    }

    private void keysFindAndExport() throws TimeoutException {
        go("Sources");
        robot.press(KeyCode.CONTROL, KeyCode.F).release(KeyCode.F, KeyCode.CONTROL);
        assertThat(Fx.get(() -> page().getScene().getFocusOwner().getStyleClass()))
                .contains("table-filter");
        robot.write("orders");
        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        assertThat(wiring.session().historyProperty().get().future()).isEmpty();
        robot.press(KeyCode.CONTROL, KeyCode.E).release(KeyCode.E, KeyCode.CONTROL);
        patiently(() -> wiring.desk().pageProperty().get().equals("exports") && isQuiet());
    }

    private void export() throws TimeoutException {
        var button = robot.lookup((Node node) -> node instanceof Labeled label
                        && label.isVisible()
                        && label.getText() != null
                        && label.getText().matches("Export [\\d.,\\s]+ rows?"))
                .tryQuery();
        assertThat(button).as("the button that exports").isPresent();
        robot.clickOn(button.get());
        patiently(() -> Files.exists(folder.resolve("chosen.csv")) && isQuiet());
        assertThat(wiring.session().file().audit())
                .anyMatch(entry -> entry.action().equals("export"));
    }

    private void undoAndRedo() throws TimeoutException {
        var before = wiring.session().historyProperty().get();
        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        patiently(() -> wiring.session().historyProperty().get().future().size() == 1 && isQuiet());
        robot.press(KeyCode.CONTROL, KeyCode.Y).release(KeyCode.Y, KeyCode.CONTROL);
        patiently(() -> wiring.session().historyProperty().get().equals(before) && isQuiet());
    }

    @Test
    void aDroppedFileIsImportedByTheWizard() throws IOException, TimeoutException {
        var csv = Files.writeString(
                folder.resolve("people.csv"),
                "customer_id,first_name,email,country\n1,Ada,ada@example.org,GB\n2,Emil,emil@example.org,DE\n,,,\n");
        robot.clickOn("New project");
        patiently(() -> wiring.session().fileProperty().get().isPresent());
        Fx.run(() -> wiring.desk().filesDropped(List.of(csv)));
        for (int step = 0; step < 3; step++) {
            patiently(() -> robot.lookup("Next")
                    .tryQuery()
                    .filter(next -> !next.isDisabled())
                    .isPresent());
            robot.clickOn("Next");
        }
        patiently(() -> robot.lookup("Import 2 rows")
                .tryQuery()
                .filter(button -> !button.isDisabled())
                .isPresent());
        robot.clickOn("Import 2 rows");
        patiently(() -> wiring.session().project().features().isPresent() && isQuiet());
        var source = wiring.session().project().source("people").orElseThrow().value();
        assertThat(source.accepted()).isEqualTo(2);
        assertThat(source.rejected()).isEqualTo(1);
        assertThat(wiring.session().project().customers().orElseThrow().value().customers())
                .isEqualTo(2);
    }

    private void go(String page) throws TimeoutException {
        var step = robot.lookup(".step").lookup(page).tryQuery();
        assertThat(step).as("the step " + page).isPresent();
        robot.clickOn(step.get());
        patiently(() -> robot.lookup(".page-title")
                        .lookup((Node node) -> node instanceof Labeled label && page.equals(label.getText()))
                        .tryQuery()
                        .isPresent()
                && isQuiet());
    }

    private Node page() {
        return robot.lookup(".page-scroll").query();
    }

    private boolean isQuiet() {
        return jobs.running().isEmpty();
    }

    private List<Node> problems() {
        return robot
                .lookup(".message-bar.problem")
                .lookup((Node node) -> node instanceof MessageBar && node.isVisible())
                .queryAll()
                .stream()
                .toList();
    }

    private static void patiently(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> Fx.get(condition));
    }
}
