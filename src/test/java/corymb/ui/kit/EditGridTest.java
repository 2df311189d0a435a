package corymb.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

@FxTest
class EditGridTest {
    private final FxRobot robot = new FxRobot();
    private final TreeMap<Integer, List<String>> changed = new TreeMap<>();
    private EditGrid grid;

    @BeforeEach
    void open() {
        grid = Fx.show(EditGrid::new, 700, 400);
        Fx.run(() -> {
            grid.setListener(changed::put);
            grid.show(
                    List.of("Line", "What is wrong"),
                    List.of("id", "note", "age"),
                    List.of(
                            row("4", List.of("1", "two\nlines", "x"), Set.of()),
                            row("9", List.of("2", "plain", "y"), Set.of(0))));
        });
    }

    private static EditGrid.Row row(String line, List<String> cells, Set<Integer> closed) {
        return new EditGrid.Row(List.of(line, "No number"), cells, cells, closed, 2, "No number");
    }

    private TableView<?> table() {
        return (TableView<?>) grid.lookup(".table-view");
    }

    private void focus(int row, int column) {
        Fx.run(() -> focus(table(), row, column));
    }

    private static <T> void focus(TableView<T> table, int row, int column) {
        table.requestFocus();
        table.getSelectionModel().clearAndSelect(row, table.getColumns().get(column));
        table.getFocusModel().focus(row, table.getColumns().get(column));
    }

    private TableCell<?, ?> cell(int row, int column) {
        return grid.lookupAll(".table-cell").stream()
                .map(node -> (TableCell<?, ?>) node)
                .filter(cell -> cell.getIndex() == row && table().getColumns().indexOf(cell.getTableColumn()) == column)
                .findFirst()
                .orElseThrow();
    }

    private boolean is(int row, int column, String state) {
        return cell(row, column).getPseudoClassStates().contains(PseudoClass.getPseudoClass(state));
    }

    @Test
    void theCellToBlameIsMarkedUntilItIsChanged() {
        assertThat(is(0, 4, "failing")).isTrue();
        assertThat(is(0, 2, "failing")).isFalse();
        focus(0, 4);
        robot.type(KeyCode.F2).write("31").type(KeyCode.ENTER);
        assertThat(changed).containsExactly(java.util.Map.entry(0, List.of("1", "two\nlines", "31")));
        assertThat(is(0, 4, "failing")).isFalse();
        assertThat(is(0, 4, "changed")).isTrue();
        assertThat(cell(0, 4).getText()).isEqualTo("31");
    }

    @Test
    void tabGoesOnToTheNextCellThatIsOpen() {
        focus(0, 4);
        robot.type(KeyCode.F2).write("31").type(KeyCode.TAB).write("clear").type(KeyCode.TAB);
        robot.write("32").type(KeyCode.ENTER);
        assertThat(changed.get(0)).containsExactly("1", "two\nlines", "31");
        assertThat(changed.get(1)).containsExactly("2", "clear", "32");
    }

    @Test
    void typingBeginsAndEscapeTakesBack() {
        focus(1, 3);
        robot.write("new");
        assertThat(changed.get(1)).containsExactly("2", "new", "y");
        robot.type(KeyCode.ESCAPE);
        assertThat(changed.get(1)).containsExactly("2", "plain", "y");
        assertThat(is(1, 3, "changed")).isFalse();
    }

    @Test
    void aClickElsewhereLosesNothing() {
        robot.doubleClickOn(cell(1, 3));
        robot.write("kept");
        robot.clickOn(cell(0, 0));
        assertThat(changed.get(1)).containsExactly("2", "kept", "y");
        assertThat(cell(1, 3).getText()).isEqualTo("kept");
    }

    @Test
    void aCellOfSeveralLinesKeepsThem() {
        assertThat(cell(0, 3).getText()).isEqualTo("two↵lines");
        focus(0, 3);
        robot.type(KeyCode.F2).type(KeyCode.END).write("!").type(KeyCode.ENTER);
        assertThat(changed.get(0)).containsExactly("1", "two\nlines!", "x");
    }

    @Test
    void aClosedCellAndANoteStayAsTheyAre() {
        focus(1, 2);
        robot.type(KeyCode.F2).write("7");
        focus(1, 0);
        robot.type(KeyCode.F2).write("8");
        assertThat(changed).isEmpty();
    }
}
