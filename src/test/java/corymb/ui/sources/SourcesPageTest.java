package corymb.ui.sources;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.importing.FileDetection;
import corymb.importing.ImportPlan;
import corymb.importing.MappingProposal;
import corymb.importing.Role;
import corymb.repair.Lookup;
import corymb.repair.RepairList;
import corymb.repair.RepairStep;
import corymb.sql.Sql;
import corymb.store.SqliteProjectFiles;
import corymb.ui.kit.DirectJobRunner;
import corymb.ui.kit.Fx;
import corymb.ui.kit.FxTest;
import corymb.ui.kit.GivenDialogs;
import corymb.ui.kit.InspectorSide;
import corymb.ui.kit.MessageBar;
import corymb.ui.kit.Screen;
import corymb.ui.session.SampleProject;
import corymb.ui.session.Session;
import corymb.work.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

@FxTest
class SourcesPageTest {
    private static final String PEOPLE = """
            first_name,customer_id,email
            Ada,1,ada@example.org
            Emil,2,emil@example.org
            =1+2,,
            """;

    @TempDir
    private Path folder;

    private final FxRobot robot = new FxRobot();
    private final Session session = new Session(new DirectJobRunner(), SampleProject.CLOCK);
    private final InspectorSide side = new InspectorSide();
    private final List<String> went = new ArrayList<>();

    @AfterEach
    void close() {
        Fx.run(session::close);
    }

    private SourcesController page() {
        var dialogs = new GivenDialogs(folder.resolve("out.csv"));
        var controller = new SourcesController(new SourcesModel(session, dialogs), dialogs, side, went::add);
        Fx.run(() -> session.show(new SqliteProjectFiles(SampleProject.CLOCK).create(folder.resolve("shop.corymb"))));
        Fx.<Parent>show(() -> Screen.SOURCES.load(Map.of(SourcesController.class, () -> controller)), 1100, 800);
        return controller;
    }

    private Path csv(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void theWizardIsGoneThroughByKeyboardAlone() throws IOException {
        var controller = page();
        var people = csv("people.csv", PEOPLE);
        Fx.run(() -> controller.importFiles(List.of(people)));
        assertThat(focused()).isInstanceOf(ComboBox.class);
        press(KeyCode.ENTER);
        assertThat(focused()).isInstanceOf(RadioButton.class);
        press(KeyCode.DOWN);
        press(KeyCode.UP);
        press(KeyCode.ENTER);
        press(KeyCode.ENTER);
        assertThat(focused()).isInstanceOf(TextField.class);
        press(KeyCode.ESCAPE);
        assertThat(says("Where does each column go?")).isTrue();
        press(KeyCode.ENTER);
        press(KeyCode.ENTER);
        assertThat(session.project().source("people").orElseThrow().value().role())
                .isEqualTo(Role.CUSTOMERS);
        assertThat(says("2 rows of people are in the project")).isTrue();
        press(KeyCode.ENTER);
        assertThat(went).containsExactly("quality");
        assertThat(robot.lookup(".sheet-head").tryQuery()).isEmpty();
    }

    @Test
    void aSourceThatLooksUpInOneThatChangedSaysSoAndIsMadeAnewByAClick() throws IOException {
        page();
        take(csv("people.csv", PEOPLE), Role.CUSTOMERS);
        take(csv("visits.csv", "customer_id,timestamp\nada@example.org,2026-01-02\n"), Role.EVENTS);
        var lookup = new Lookup(
                "people",
                List.of(new Lookup.Key("customer_id", "email")),
                List.of(new Lookup.Brought("id", "customer_id")),
                0,
                Lookup.Several.NONE,
                "");
        var list = new RepairList(List.of(new RepairStep(lookup, true)));
        Fx.run(() -> session.take(
                "", (journey, progress) -> journey.repairs().mend("visits", list, "looked up", progress), _ -> {}));
        assertThat(says("visits: what was looked up in another source has changed there since"))
                .isFalse();
        take(csv("people.csv", "first_name,customer_id,email\nAda,77,ada@example.org\n"), Role.CUSTOMERS);
        assertThat(says("visits: what was looked up in another source has changed there since"))
                .isTrue();
        Fx.run(() -> robot.lookup("Refresh").queryAs(Button.class).fire());
        assertThat(robot.lookup("#staleNote").query().isVisible()).isFalse();
        var visits = session.project().source("visits").orElseThrow().value().data();
        assertThat(session.file()
                        .engine()
                        .table(Sql.of("select customer_id from " + visits.quoted()), Progress.NONE)
                        .text(0, "customer_id"))
                .isEqualTo("77");
    }

    private void take(Path file, Role role) {
        var detected = FileDetection.detect(file, Progress.NONE);
        var name = String.valueOf(file.getFileName()).replace(".csv", "");
        var plan = ImportPlan.of(name, role, detected, MappingProposal.propose(detected, role));
        Fx.run(() -> session.take("", (journey, progress) -> journey.importFile(plan, progress), _ -> {}));
    }

    @Test
    void theNextFileOfTheSameShapeIsAddedToItsSource() throws IOException {
        var controller = page();
        var people = csv("people.csv", PEOPLE);
        Fx.run(() -> controller.importFiles(List.of(people)));
        importIt();
        press(KeyCode.ENTER);
        var more = csv("june.csv", "first_name,customer_id,email\nEmil,2,emil@example.com\nEve,3,eve@example.org\n");
        Fx.run(() -> controller.importFiles(List.of(more)));
        assertThat(says("This looks like people: add it there, read in the same way; rows that are there already are"
                        + " recognised"))
                .isTrue();
        importIt();
        var source = session.project().source("people").orElseThrow().value();
        assertThat(source.batches()).hasSize(2);
        assertThat(source.newest().updated()).isEqualTo(1);
        assertThat(source.accepted()).isEqualTo(3);
    }

    @Test
    void anImportIsLaidBesideTheOneBeforeAndWhatStandsOutIsSaidFirst() throws IOException {
        var controller = page();
        var may = csv("people.csv", people(i -> i + ",p" + i + "@example.org,Berlin"));
        Fx.run(() -> controller.importFiles(List.of(may)));
        importIt();
        press(KeyCode.ESCAPE);
        var june = csv("june.csv", people(i -> 500 + i + ",q" + i + "@example.org," + (i % 4 == 0 ? "" : "Berlin")));
        Fx.run(() -> controller.importFiles(List.of(june)));
        importIt();
        press(KeyCode.ESCAPE);
        Fx.run(() -> robot.lookup("#sources .table-view")
                .queryTableView()
                .getSelectionModel()
                .select(0));
        Fx.run(inspector("Compare with import 1")::fire);
        assertThat(side.shownProperty().get().orElseThrow().getTitle()).isEqualTo("people: import 2 beside import 1");
        var words = side.shownProperty().get().orElseThrow().getParts().stream()
                .map(part -> part instanceof Labeled label ? label.getText() : "")
                .toList();
        assertThat(words.getFirst()).isEqualTo("25 % of city is missing, 0 % before.");
        Fx.run(inspector("Back to people")::fire);
        assertThat(side.shownProperty().get().orElseThrow().getTitle()).isEqualTo("people");
    }

    private Button inspector(String verb) {
        return side.shownProperty().get().orElseThrow().getParts().stream()
                .flatMap(part -> part instanceof FlowPane line ? line.getChildren().stream() : Stream.of(part))
                .filter(part -> part instanceof Button button && verb.equals(button.getText()))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static String people(IntFunction<String> row) {
        return IntStream.range(0, 200)
                .mapToObj(row)
                .collect(Collectors.joining("\n", "customer_id,email,city\n", "\n"));
    }

    @Test
    void escapeAtTheFirstStepLeavesThePageAsItWas() throws IOException {
        var controller = page();
        var people = csv("people.csv", PEOPLE);
        Fx.run(() -> controller.importFiles(List.of(people)));
        press(KeyCode.ENTER);
        press(KeyCode.ESCAPE);
        press(KeyCode.ESCAPE);
        assertThat(robot.lookup(".sheet-head").tryQuery()).isEmpty();
        assertThat(session.project().sources()).isEmpty();
        assertThat(says("Bring in what you have")).isTrue();
    }

    @Test
    void severalFilesGoOneAfterAnotherAndASkippedOneLosesNoOther() throws IOException {
        var controller = page();
        var files = List.of(
                csv("people.csv", PEOPLE),
                csv("orders.csv", "customer_id,timestamp,value\n1,2026-01-05 10:00:00,10\n"),
                csv("more.csv", "customer_id,email\n3,eve@example.org\n"));
        Fx.run(() -> controller.importFiles(files));
        assertThat(says("Import people.csv (1 of 3)")).isTrue();
        importIt();
        press(KeyCode.ENTER);
        assertThat(says("Import orders.csv (2 of 3)")).isTrue();
        robot.clickOn("Skip this file");
        assertThat(says("Import more.csv (3 of 3)")).isTrue();
        importIt();
        press(KeyCode.ENTER);
        assertThat(session.project().sources()).hasSize(2);
        assertThat(robot.lookup((Node node) -> node instanceof MessageBar && node.isVisible())
                        .tryQuery())
                .isPresent();
        Fx.run(robot.lookup("Import them now").<Button>query()::fire);
        assertThat(says("Import orders.csv")).isTrue();
    }

    @Test
    void rowsThatWereNotTakenAreExportedWithoutFormulas() throws IOException {
        var controller = page();
        var people = csv("people.csv", PEOPLE);
        Fx.run(() -> controller.importFiles(List.of(people)));
        importIt();
        press(KeyCode.ESCAPE);
        var export = robot.lookup("#rejects")
                .lookup((Node node) ->
                        node instanceof Button button && "Export these rows".equals(button.getAccessibleText()))
                .<Button>query();
        Fx.run(export::fire);
        var lines = Files.readAllLines(folder.resolve("out.csv"));
        assertThat(lines.getFirst()).contains("source,line,column,text,reason");
        assertThat(lines.get(1)).startsWith("people,4,").contains("'=1+2");
        assertThat(says("Written to out.csv")).isTrue();
    }

    private void importIt() {
        for (int step = 0; step < 4; step++) {
            press(KeyCode.ENTER);
        }
    }

    private void press(KeyCode key) {
        robot.press(key).release(key);
        Fx.run(() -> {});
    }

    private static Node focused() {
        return Fx.get(() -> Window.getWindows().getFirst().getScene().getFocusOwner());
    }

    private boolean says(String words) {
        return robot.lookup((Node node) ->
                        node instanceof Labeled label && words.equals(label.getText()) && label.isVisible())
                .tryQuery()
                .isPresent();
    }
}
