package corymb.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Schema;
import corymb.table.Table;
import corymb.table.TextColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

@FxTest
class TableGridTest {
    private final Table people = new Table(List.of(
            new TextColumn("customer_id", List.of("C1", "C2", "C3")),
            new TextColumn("name", Arrays.asList("Zoe", null, "Anna")),
            new NumberColumn("spend", ColumnType.DECIMAL, 12.5, Double.NaN, 1200)));

    private final List<Integer> reached = new ArrayList<>();

    @Test
    void cellsAreWrittenForReading() {
        var view = shown(people);
        assertThat(row(view, 0)).containsExactly("C1", "Zoe", "12.5");
        assertThat(row(view, 1)).containsExactly("C2", "–", "–");
        assertThat(row(view, 2)).containsExactly("C3", "Anna", "1,200.0");
    }

    @Test
    void anotherTableTakesThePlaceOfTheFirst() {
        var view = shown(people);
        var grid = (TableGrid) view.getParent();
        Fx.run(() -> {
            grid.show(new Table(List.of(new TextColumn("city", List.of("Ulm")))));
            assertThat(view.getItems()).isEmpty();
        });
        Fx.waitUntil(() -> view.getItems().size() == 1);
        Fx.waitUntil(() -> row(view, 0).equals(List.of("Ulm")));
    }

    @Test
    void anEmptyTableSaysWhetherItIsStillRead() {
        var view = shown(people);
        var grid = (TableGrid) view.getParent();
        var said = (Label) view.getPlaceholder();
        Fx.run(() -> {
            grid.show(new Table(List.of(new TextColumn("city", List.of()))));
            assertThat(said.getText()).startsWith("Reading");
        });
        Fx.waitUntil(() -> said.getText().equals("No rows"));
        Fx.run(() -> grid.show(people));
        Fx.waitUntil(() -> view.getItems().size() == 3);
        Fx.run(() -> ((TextField) grid.lookup(".table-filter")).setText("nobody"));
        Fx.waitUntil(() -> said.getText().equals("No row has that in it"));
        assertThat(view.getItems()).isEmpty();
    }

    @Test
    void theStretchedColumnTakesTheRoomThatIsLeft() {
        var view = shown(people);
        var grid = (TableGrid) view.getParent();
        Fx.run(() -> {
            grid.setStretched("name");
            grid.show(people);
        });
        Fx.waitUntil(() -> view.getColumns().get(1).getWidth() > view.getWidth() / 2);
    }

    @Test
    void columnsAreAsWideAsTheirContentsAndFillTheTable() {
        var view = shown(new Table(List.of(
                new TextColumn("email", List.of("a.person.with.a.long.name@mail.example.org", "b@example.org")),
                new NumberColumn("n", ColumnType.INTEGER, 1, 2))));
        Fx.waitUntil(() -> view.getColumns().getFirst().getWidth() > 300);
        double all = Fx.get(() ->
                view.getColumns().stream().mapToDouble(TableColumn::getWidth).sum());
        assertThat(all).isBetween(view.getWidth() - 40, view.getWidth());
    }

    @Test
    void endAndHomeGoToTheLastAndTheFirstRow() {
        var view = shown(people);
        var robot = new FxRobot();
        Fx.run(() -> {
            view.requestFocus();
            view.getSelectionModel().select(0);
        });
        for (var step :
                List.of(KeyCode.END, KeyCode.UP, KeyCode.HOME, KeyCode.DOWN, KeyCode.PAGE_DOWN, KeyCode.PAGE_UP)) {
            robot.press(step).release(step);
            Fx.run(() -> reached.add(view.getSelectionModel().getSelectedIndex()));
        }
        assertThat(reached).containsExactly(2, 1, 0, 1, 2, 0);
        robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
        assertThat(Fx.get(() -> Clipboard.getSystemClipboard().getString())).endsWith("C1\tZoe\t12.5");
    }

    @Test
    void sortingPutsWhatIsMissingLast() {
        var view = shown(people);
        Fx.run(() -> {
            var spend = view.getColumns().get(2);
            spend.setSortType(TableColumn.SortType.DESCENDING);
            view.getSortOrder().setAll(List.of(spend));
        });
        Fx.waitUntil(() -> row(view, 0).getFirst().equals("C3"));
        assertThat(Fx.get(() -> row(view, 2))).startsWith("C2");
    }

    @Test
    void theNumbersOfAColumnHaveTheirPointsUnderEachOther() {
        var view = shown(new Table(List.of(
                new NumberColumn("spend", ColumnType.DECIMAL, 12.5, 1204, 3.25, Double.NaN),
                new NumberColumn("score", ColumnType.DECIMAL, 0.123456789, 0.5, 0.25, 1e-9),
                new NumberColumn("orders", ColumnType.INTEGER, 1, 20, 300, 4))));
        Fx.waitUntil(() -> !row(view, 0).contains("…"));
        assertThat(Fx.get(() -> row(view, 0))).containsExactly("12.50", "0.12346", "1");
        assertThat(Fx.get(() -> row(view, 1))).containsExactly("1,204.00", "0.50000", "20");
        assertThat(Fx.get(() -> row(view, 3))).containsExactly("–", "< 0.00001", "4");
    }

    @Test
    void theMenuOfColumnsSortsByKeyboardToo() {
        var view = shown(people);
        var sorter = Fx.get(() -> (MenuButton) view.getParent().lookup(".table-sorter"));
        Fx.run(() -> {
            sorter.show();
            sorter.getItems().get(2).fire();
            sorter.show();
            sorter.getItems().get(2).fire();
        });
        Fx.waitUntil(() -> row(view, 0).getFirst().equals("C3"));
        assertThat(view.getSortOrder().getFirst().getSortType()).isEqualTo(TableColumn.SortType.DESCENDING);
    }

    @Test
    void columnsAreChosen() {
        var view = shown(people);
        var chooser = Fx.get(() -> (MenuButton) view.getParent().lookup(".table-chooser"));
        Fx.run(() -> {
            chooser.show();
            ((CheckMenuItem) chooser.getItems().get(1)).setSelected(false);
        });
        assertThat(Fx.get(() -> view.getVisibleLeafColumns().stream()
                        .map(TableColumn::getText)
                        .toList()))
                .containsExactly("customer_id", "spend");
    }

    @Test
    void theFilterLooksIntoEveryCell() {
        var view = shown(people);
        Fx.run(() -> ((TextField) view.getParent().lookup(".table-filter")).setText("ANN"));
        Fx.waitUntil(() -> view.getItems().size() == 1);
        Fx.waitUntil(() -> row(view, 0).getFirst().equals("C3"));
    }

    @Test
    void copyGivesPlainTabSeparatedRowsWithTheirHeader() {
        var view = shown(people);
        Fx.run(() -> {
            view.getSelectionModel().selectRange(0, 2);
            ((TableGrid) view.getParent()).copy();
        });
        assertThat(Fx.get(() -> Clipboard.getSystemClipboard().getString()))
                .isEqualTo("customer_id\tname\tspend\nC1\tZoe\t12.5\nC2\t\t");
    }

    @Test
    void theChosenRowIsTold() {
        var view = shown(people);
        Fx.run(() -> view.getSelectionModel().select(2));
        var chosen =
                Fx.get(() -> ((TableGrid) view.getParent()).chosenProperty().get());
        assertThat(chosen.orElseThrow().text("name")).isEqualTo("Anna");
    }

    @Test
    void ofAMillionRowsOnlyThoseSeenAreRead() {
        var read = new AtomicLong();
        var grid = Fx.show(TableGrid::new, 600, 400);
        var view = view(grid);
        Fx.run(() -> grid.show(new Many(read)));
        Fx.waitUntil(() -> view.getItems().size() == 1_000_000);
        Fx.run(() -> view.scrollTo(900_000));
        Fx.waitUntil(() -> row(view, 900_000).equals(List.of("900000")));
        assertThat(read.get()).isLessThan(10_000);
    }

    private static TableView<Integer> shown(Table table) {
        var grid = Fx.show(TableGrid::new, 600, 400);
        var view = view(grid);
        Fx.run(() -> grid.show(table));
        Fx.waitUntil(() ->
                view.getItems().size() == table.rowCount() && !row(view, 0).contains("…"));
        return view;
    }

    @SuppressWarnings("unchecked") // a grid shows the numbers of its rows
    private static TableView<Integer> view(TableGrid grid) {
        return Fx.get(() -> (TableView<Integer>) grid.lookup(".table-view"));
    }

    private static List<String> row(TableView<Integer> view, int row) {
        return view.getColumns().stream()
                .map(column -> String.valueOf(column.getCellData(row)))
                .toList();
    }

    /** Rows that are made when they are read, and counted. */
    private record Many(AtomicLong read) implements RowSource {
        @Override
        public Schema schema() {
            return page(0, 0).schema();
        }

        @Override
        public long rows() {
            return 5_000_000;
        }

        @Override
        public Table page(long from, int count) {
            read.addAndGet(count);
            var numbers = IntStream.range(0, count).mapToDouble(i -> from + i).toArray();
            return new Table(List.of(new NumberColumn("event_id", ColumnType.INTEGER, numbers)));
        }

        @Override
        public RowSource asked(RowQuery query) {
            return this;
        }
    }
}
