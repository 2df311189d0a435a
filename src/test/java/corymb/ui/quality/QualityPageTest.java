package corymb.ui.quality;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.ui.kit.ChartPane;
import corymb.ui.kit.DirectJobRunner;
import corymb.ui.kit.EmptyState;
import corymb.ui.kit.Fx;
import corymb.ui.kit.FxTest;
import corymb.ui.kit.Scrolling;
import corymb.ui.session.SampleProject;
import corymb.ui.session.Session;
import java.nio.file.Path;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

@FxTest
class QualityPageTest {
    @TempDir
    private Path folder;

    private final Session session = new Session(new DirectJobRunner(), SampleProject.CLOCK);

    @AfterEach
    void close() {
        Fx.run(session::close);
    }

    private Parent page() {
        return QualityPage.load(session, Fx.dialogs(), _ -> {});
    }

    @Test
    void anEmptyPageTeachesAndItsButtonAssesses() {
        var file = Shop.create(folder);
        Fx.run(() -> session.show(file));
        var page = Fx.show(this::page, 1000, 900);
        var empty = (EmptyState) page.lookup(".empty-state");
        assertThat(empty.isVisible()).isTrue();
        Fx.run(() -> ((Button) empty.lookup(".button")).fire());
        assertThat(session.project().quality()).isPresent();
        assertThat(empty.isVisible()).isFalse();
        assertThat(((ChartPane) page.lookup("#sources")).getSpec()).isNotNull();
    }

    @Test
    void aRejectedRowIsRepairedByKeyboardAndTaken() {
        var file = Shop.create(folder);
        Fx.run(() -> session.show(file));
        var page = Fx.show(() -> new ScrollPane(page()), 1000, 900);
        Fx.run(() -> ((Button) page.lookup(".empty-state").lookup(".button")).fire());
        var table = (TableView<?>) page.lookup("#grid .table-view");
        var take = (Button) page.lookup("#take");
        assertThat(take.isDisabled()).isTrue();
        Fx.run(() -> {
            Scrolling.reveal(table);
            table.requestFocus();
            focus(table, "id");
        });
        var robot = new FxRobot();
        robot.type(KeyCode.F2);
        robot.write("6").type(KeyCode.TAB);
        robot.write("sue@example.org").type(KeyCode.ENTER);
        assertThat(take.getText()).isEqualTo("Take 1 repaired row");
        Fx.run(take::fire);
        var source = session.project().source("customers").orElseThrow().value();
        assertThat(source.rejected()).isZero();
        assertThat(source.accepted()).isEqualTo(6);
        assertThat(page.lookup("#rejects").isVisible()).isFalse();
        assertThat(page.lookupAll(".message-bar .label").stream()
                        .map(label -> ((Labeled) label).getText())
                        .toList())
                .contains("1 repaired row was taken.");
    }

    private static <T> void focus(TableView<T> table, String header) {
        table.getColumns().stream()
                .filter(column -> column.getText().equals(header))
                .forEach(column -> table.getFocusModel().focus(0, column));
    }

    @Test
    void aFindingOpensItsRowsBelow() {
        var file = Shop.create(folder);
        Shop.addOrders(file, folder);
        Fx.run(() -> session.show(file));
        var page = Fx.show(() -> new ScrollPane(page()), 1000, 900);
        Fx.run(() -> ((Button) page.lookup(".empty-state").lookup(".button")).fire());
        assertThat(page.lookup("#evidence").isVisible()).isFalse();
        assertThat(page.lookupAll("#worst .finding")).isNotEmpty();
        Fx.run(() -> ((Button) page.lookup("#worst .finding .button")).fire());
        assertThat(page.lookup("#evidence").isVisible()).isTrue();
        assertThat(page.getVvalue()).isPositive();
        Fx.waitUntil(() -> page.lookupAll("#evidence .table-cell").stream()
                .anyMatch(cell -> cell instanceof Labeled labeled
                        && labeled.getText() != null
                        && !labeled.getText().isEmpty()));
    }
}
