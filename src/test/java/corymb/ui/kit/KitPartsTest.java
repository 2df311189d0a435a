package corymb.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.settings.Settings;
import corymb.work.Problem;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.util.converter.LocalDateStringConverter;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

@FxTest
class KitPartsTest {
    private final FxRobot robot = new FxRobot();

    @Test
    void aWizardGoesBackWithoutLossAndEndsWithItsVerb() {
        var finished = new AtomicInteger();
        var mayGoOn = Fx.get(() -> new SimpleBooleanProperty(false));
        var field = Fx.get(TextField::new);
        var ground = Fx.show(() -> new Label("page"), 800, 600);
        var sheet = Fx.get(() -> new WizardSheet(
                "Import",
                List.of(
                        new WizardSheet.Step("File", field, mayGoOn),
                        new WizardSheet.Step("Summary", new Label("all"), new SimpleBooleanProperty(true))),
                "Import 12 rows",
                finished::incrementAndGet));
        Fx.run(() -> sheet.showOver(ground));
        robot.clickOn("Next");
        assertThat(sheet.atProperty().get()).isZero();
        Fx.run(() -> {
            field.setText("kept");
            mayGoOn.set(true);
        });
        robot.clickOn("Next");
        assertThat(sheet.atProperty().get()).isEqualTo(1);
        robot.clickOn("Back");
        assertThat(field.getText()).isEqualTo("kept");
        robot.clickOn("Next").clickOn("Import 12 rows");
        assertThat(finished.get()).isEqualTo(1);
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        assertThat(sheet.atProperty().get()).isZero();
        assertThat(Fx.get(field::isFocused)).isTrue();
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        Fx.waitUntil(() -> sheet.getScene() == null);
    }

    /** Three short jobs at once are not worth a word; beside a long one the others are counted. */
    @Test
    void otherJobsAreToldOnlyBesideALongOne() {
        var jobs = List.of(new RunningJob("a"), new RunningJob("b"), new RunningJob("c"));
        var bar = Fx.get(JobsBar::new);
        Fx.show(
                () -> {
                    bar.show(FXCollections.observableArrayList(jobs));
                    return bar;
                },
                600,
                40);
        assertThat(told(bar)).isFalse();
        Fx.waitUntil(() -> {
            jobs.getFirst().refresh();
            return jobs.getFirst().longProperty().get();
        });
        assertThat(told(bar)).isTrue();
    }

    private static boolean told(JobsBar bar) {
        return Fx.get(() -> bar.lookupAll(".label").stream()
                .filter(node -> ((Labeled) node).getText().equals(Texts.of("jobs.more", 1)))
                .allMatch(Node::isVisible));
    }

    @Test
    void enterEndsADayThatIsTypedAndDoesNotBeginWhatThePageIsFor() {
        var begun = new AtomicInteger();
        var day = Fx.get(DatePicker::new);
        Fx.show(
                () -> {
                    var button = new Button("Begin");
                    button.setDefaultButton(true);
                    button.setOnAction(_ -> begun.incrementAndGet());
                    var page = new VBox(day, button);
                    Choices.keepEnter(page);
                    return page;
                },
                400,
                200);
        Fx.run(() -> {
            day.setConverter(
                    new LocalDateStringConverter(DateTimeFormatter.ISO_LOCAL_DATE, DateTimeFormatter.ISO_LOCAL_DATE));
            day.getEditor().requestFocus();
        });
        robot.write("2026-05-01", 0).push(KeyCode.ENTER);
        assertThat(day.getValue()).isEqualTo("2026-05-01");
        assertThat(begun.get()).isZero();
    }

    @Test
    void theTitleOfANarrowPageStaysWholeAndItsActionGoesBelow() {
        var header = Fx.get(PageHeader::new);
        Fx.run(() -> {
            header.setTitle("Recommendations");
            header.setAction("Compute recommendations");
            header.setMaxWidth(340);
        });
        Fx.show(() -> new VBox(header), 900, 300);
        var title = (Label) header.lookup(".page-title");
        var button = (Button) header.lookup("#primaryAction");
        assertThat(((Text) title.lookup(".text")).getText()).isEqualTo("Recommendations");
        assertThat(top(button)).isGreaterThan(top(title) + title.getHeight() - 1);
        Fx.run(() -> header.setMaxWidth(800));
        Fx.run(() -> header.getScene().getRoot().layout());
        assertThat(top(button)).isLessThan(top(title) + title.getHeight());
    }

    private static double top(Node node) {
        return Fx.get(() -> node.localToScene(node.getBoundsInLocal()).getMinY());
    }

    @Test
    void iconsAndColumnsGrowWithTheText() {
        var icon = Fx.get(() -> Icons.of("fth-users"));
        var columns = Fx.show(() -> new Columns(new StatTile("Rows", "12", ""), new VBox(icon)), 900, 300);
        assertThat(Fx.get(icon::getIconSize)).isEqualTo(16);
        assertThat(top(columns.getChildren().getLast()))
                .isEqualTo(top(columns.getChildren().getFirst()));
        Fx.run(() -> Theme.of(columns.getScene())
                .orElseThrow()
                .settingsProperty()
                .set(Settings.DEFAULT.withTextPercent(200)));
        Fx.waitUntil(() -> icon.getIconSize() == 32);
        Fx.run(columns::requestLayout);
        assertThat(top(columns.getChildren().getLast()))
                .isGreaterThan(top(columns.getChildren().getFirst()));
    }

    @Test
    void choicesStandBesideTheirOutcomeWhereThereIsRoomAndAboveItElsewhere() {
        var beside = Fx.get(Beside::new);
        Fx.run(() -> beside.getChildren().addAll(new Label("choices"), new Label("outcome")));
        Fx.show(() -> new VBox(beside), 900, 400);
        var outcome = beside.getChildren().getLast();
        assertThat(top(outcome)).isEqualTo(top(beside.getChildren().getFirst()));
        Fx.run(() -> beside.setMaxWidth(600));
        Fx.run(() -> beside.getScene().getRoot().layout());
        assertThat(top(outcome)).isGreaterThan(top(beside.getChildren().getFirst()));
    }

    @Test
    void aFewLettersFindACommand() {
        var commands = List.of(
                new Command("Go to Customers", "", () -> {}),
                new Command("New project", "Shortcut+N", () -> {}),
                new Command("Go to Clusters", "", () -> {}));
        assertThat(CommandPalette.matching(commands, "clu")).first().isEqualTo(commands.get(2));
        assertThat(CommandPalette.matching(commands, "gtcs"))
                .containsExactlyInAnyOrder(commands.get(0), commands.get(2));
        assertThat(CommandPalette.matching(commands, "xyz")).isEmpty();
        assertThat(CommandPalette.matching(commands, "")).containsExactlyElementsOf(commands);
    }

    @Test
    void thePaletteRunsWhatEnterChooses() {
        var ran = new AtomicReference<String>();
        var ground = Fx.show(() -> new Label("page"), 800, 600);
        var commands = new SimpleObjectProperty<>(List.of(
                new Command("First", "", () -> ran.set("first")), new Command("Second", "", () -> ran.set("second"))));
        Fx.run(() -> new CommandPalette(commands).showOver(ground));
        robot.type(KeyCode.DOWN, KeyCode.ENTER);
        Fx.waitUntil(() -> "second".equals(ran.get()));
    }

    @Test
    void thePaletteFollowsCommandsThatComeAndGoAndKeepsWhatIsSelected() {
        var ran = new AtomicReference<String>();
        var ground = Fx.show(() -> new Label("page"), 800, 600);
        var commands = new SimpleObjectProperty<>(List.of(
                new Command("First", "", () -> ran.set("first")), new Command("Second", "", () -> ran.set("old"))));
        Fx.run(() -> new CommandPalette(commands).showOver(ground));
        robot.type(KeyCode.DOWN);
        Fx.run(() -> commands.set(List.of(
                new Command("Export", "", () -> ran.set("export")), new Command("Second", "", () -> ran.set("new")))));
        robot.type(KeyCode.ENTER);
        Fx.waitUntil(() -> "new".equals(ran.get()));
    }

    @Test
    void aMessageSaysWhatWhereAndWhatToDo() {
        var bar = Fx.show(MessageBar::new, 600, 200);
        var mended = new AtomicInteger();
        Fx.run(() ->
                bar.show(new Problem("A column is missing", "a.csv", "Name it."), "Name it", mended::incrementAndGet));
        robot.clickOn("Name it");
        assertThat(mended.get()).isEqualTo(1);
        assertThat(robot.lookup("A column is missing (a.csv)").tryQuery()).isPresent();
        Fx.run(bar::hide);
        assertThat(bar.isVisible()).isFalse();
    }

    @Test
    void columnsBecomeFewerWhereTheyWouldBeNarrow() {
        var columns = Fx.show(() -> new Columns(box(), box(), box()), 700, 400);
        Fx.run(() -> columns.resize(1100, 100));
        Fx.run(columns::layout);
        assertThat(columns.prefHeight(1100)).isEqualTo(100);
        assertThat(columns.prefHeight(700)).isEqualTo(224);
        assertThat(columns.prefHeight(300)).isEqualTo(348);
    }

    private static Region box() {
        var box = new Region();
        box.setPrefHeight(100);
        return box;
    }
}
