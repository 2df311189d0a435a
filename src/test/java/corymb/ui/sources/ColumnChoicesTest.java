package corymb.ui.sources;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.importing.Role;
import corymb.reading.DayOrder;
import corymb.store.SqliteProjectFiles;
import corymb.table.ColumnType;
import corymb.ui.kit.DirectJobRunner;
import corymb.ui.kit.Fx;
import corymb.ui.kit.FxTest;
import corymb.ui.kit.GivenDialogs;
import corymb.ui.kit.InspectorSide;
import corymb.ui.kit.Screen;
import corymb.ui.session.SampleProject;
import corymb.ui.session.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** How the columns of a file are read is said with how sure that is, and chosen otherwise in the wizard. */
@FxTest
class ColumnChoicesTest {
    private static final String ORDERS = """
            customer_id,order_date,amount,c7
            1,03/04/2025,10,12
            2,05/06/2025,20,13
            3,07/08/2025,30,x
            """;

    @TempDir
    private Path folder;

    private final FxRobot robot = new FxRobot();
    private final Session session = new Session(new DirectJobRunner(), SampleProject.CLOCK);

    @BeforeEach
    void theColumnsOfAFile() throws IOException {
        var file = Files.writeString(folder.resolve("orders.csv"), ORDERS);
        var dialogs = new GivenDialogs(folder.resolve("out.csv"));
        var controller =
                new SourcesController(new SourcesModel(session, dialogs), dialogs, new InspectorSide(), _ -> {});
        Fx.run(() -> session.show(new SqliteProjectFiles(SampleProject.CLOCK).create(folder.resolve("shop.corymb"))));
        Fx.<Parent>show(() -> Screen.SOURCES.load(Map.of(SourcesController.class, () -> controller)), 1100, 800);
        Fx.run(() -> controller.importFiles(List.of(file)));
        press();
        press();
    }

    @AfterEach
    void close() {
        Fx.run(session::close);
    }

    private void press() {
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        Fx.run(() -> {});
    }

    private boolean says(String words) {
        return robot.lookup((Node node) ->
                        node instanceof Labeled label && words.equals(label.getText()) && label.isVisible())
                .tryQuery()
                .isPresent();
    }

    @Test
    void aDateThatCanBeTwoDaysIsAskedAboutInPlaceAndTheAnswerIsSeenAtOnce() {
        assertThat(says("03/04/2025: 3 April or 4 March?")).isTrue();
        assertThat(says("03/04/2025 → 2025-04-03")).isTrue();
        robot.clickOn("4 March 2025");
        assertThat(says("03/04/2025 → 2025-03-04")).isTrue();
        press();
        press();
        var source = session.project().source("orders").orElseThrow().value();
        assertThat(source.role()).isEqualTo(Role.EVENTS);
        assertThat(source.plan().columns().get(1).writtenAs().dayOrder()).isEqualTo(DayOrder.MONTH_FIRST);
        assertThat(source.columns().get(1).note()).contains("5 March").contains("chosen by hand");
    }

    @Test
    @SuppressWarnings("unchecked")
    void aTypeIsChosenByHandAndWhatCannotBeReadThenIsSaid() {
        Fx.run(() ->
                robot.lookup(".list-view").queryListView().getSelectionModel().select(3));
        var types = robot.lookup("#readAs").<ComboBox<ColumnType>>query();
        assertThat(types.getValue()).isEqualTo(ColumnType.TEXT);
        Fx.run(() -> types.setValue(ColumnType.INTEGER));
        assertThat(says("whole number, chosen by hand")).isTrue();
        assertThat(says("x → cannot be read")).isTrue();
        assertThat(says("1 of the first 3 rows have a value here that cannot be read"))
                .isTrue();
        var list = robot.lookup(".list-view").<Integer>queryListView();
        assertThat(list.getItems()).containsExactly(0, 1, 2, 3);
        assertThat(robot.lookup((Node node) -> node instanceof RadioButton && node.isVisible())
                        .queryAll())
                .hasSize(2);
    }
}
