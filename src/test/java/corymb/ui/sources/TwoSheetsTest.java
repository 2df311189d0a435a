package corymb.ui.sources;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.importing.Inside;
import corymb.importing.Role;
import corymb.store.SqliteProjectFiles;
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
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** A workbook of two sheets on its way through the wizard. */
@FxTest
class TwoSheetsTest {
    @TempDir
    private Path folder;

    private final FxRobot robot = new FxRobot();
    private final Session session = new Session(new DirectJobRunner(), SampleProject.CLOCK);

    @AfterEach
    void close() {
        Fx.run(session::close);
    }

    private Path workbook() throws IOException {
        var file = folder.resolve("shop.xlsx");
        try (var output = Files.newOutputStream(file);
                var workbook = new Workbook(output, "test", "1.0")) {
            var people = workbook.newWorksheet("People");
            people.value(0, 0, "id");
            people.value(0, 1, "email");
            people.value(1, 0, "1");
            people.value(1, 1, "ada@example.org");
            var orders = workbook.newWorksheet("Orders");
            orders.value(0, 0, "All orders of May");
            for (int row = 2; row < 6; row++) {
                orders.value(row, 1, row == 2 ? "customer_id" : "1");
                orders.value(row, 2, row == 2 ? "timestamp" : "2026-05-0" + row);
            }
        }
        return file;
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> sheets() {
        return robot.lookup((Node node) -> node instanceof ComboBox<?> && "Sheet".equals(node.getAccessibleText()))
                .<ComboBox<String>>query();
    }

    private TextField cells() {
        return robot.lookup((Node node) -> node instanceof TextField && "Cells".equals(node.getAccessibleText()))
                .<TextField>query();
    }

    @Test
    void sheetAndCellsAreChosenAndTheOtherSheetIsReadAtOnce() throws IOException {
        var file = workbook();
        var dialogs = new GivenDialogs(folder.resolve("out.csv"));
        var controller =
                new SourcesController(new SourcesModel(session, dialogs), dialogs, new InspectorSide(), _ -> {});
        Fx.run(() -> session.show(new SqliteProjectFiles(SampleProject.CLOCK).create(folder.resolve("shop.corymb"))));
        Fx.<Parent>show(() -> Screen.SOURCES.load(Map.of(SourcesController.class, () -> controller)), 1100, 800);
        Fx.run(() -> controller.importFiles(List.of(file)));

        assertThat(sheets().getItems()).containsExactly("People", "Orders");
        assertThat(cells().getText()).isEqualTo("A1:B");
        Fx.run(() -> sheets().setValue("Orders"));
        assertThat(cells().getText()).isEqualTo("B3:C");
        Fx.run(() -> {
            cells().setText("B3:C5");
            cells().fireEvent(new javafx.event.ActionEvent());
        });
        for (int step = 0; step < 4; step++) {
            robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
            Fx.run(() -> {});
        }

        var source = session.project().source("shop").orElseThrow().value();
        assertThat(source.role()).isEqualTo(Role.EVENTS);
        assertThat(source.plan().inside()).isEqualTo(new Inside("", "Orders!B3:C5"));
        assertThat(source.accepted()).isEqualTo(2);
        assertThat(source.rejected()).isEqualTo(1);
    }
}
