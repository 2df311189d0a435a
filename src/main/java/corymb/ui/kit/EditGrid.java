package corymb.ui.kit;

import corymb.table.ColumnType;
import corymb.table.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * A table of texts that a person changes cell by cell, of a few thousand rows at most.
 *
 * <p>A double click, Enter, F2 or typing begins to change a cell; Tab goes on to the next, Enter to the one below, Escape takes
 * the change to the cell back. What is typed counts at once.
 */
public final class EditGrid extends VBox {
    private static final double ROW = 32;

    private final TableView<Integer> view = new TableView<>();
    private final ColumnWidths widths = new ColumnWidths(view);
    private final Label ruler = new Label();
    private final List<EditLine> lines = new ArrayList<>();
    private Listener listener = (_, _) -> {};
    private int notes;

    /**
     * A row to be changed.
     *
     * @param notes what is said about it, not to be changed
     * @param before its cells as they were
     * @param now its cells as they are
     * @param closed the cells that cannot be changed here
     * @param failing the cell that is to blame, -1 for none
     * @param reason why
     */
    public record Row(
            List<String> notes,
            List<String> before,
            List<String> now,
            Set<Integer> closed,
            int failing,
            String reason) {
        public Row {
            notes = List.copyOf(notes);
            before = List.copyOf(before);
            now = List.copyOf(now);
            closed = Set.copyOf(closed);
        }
    }

    /** Hears what a person changes. */
    @FunctionalInterface
    public interface Listener {
        /** The row at that place has these cells now. */
        void changed(int row, List<String> cells);
    }

    public EditGrid() {
        getStyleClass().add("edit-grid");
        view.setFixedCellSize(ROW);
        view.setEditable(true);
        view.getSelectionModel().setCellSelectionEnabled(true);
        view.setPlaceholder(new Label(Texts.of("table.empty")));
        view.widthProperty().addListener((_, _, _) -> widths.fit(""));
        view.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
        ruler.setManaged(false);
        ruler.setVisible(false);
        VBox.setVgrow(view, Priority.ALWAYS);
        getChildren().addAll(view, ruler);
    }

    /** Shows rows under their headers, those of the notes first. */
    public void show(List<String> noteHeaders, List<String> headers, List<Row> rows) {
        view.edit(-1, null);
        lines.clear();
        rows.stream().map(EditLine::new).forEach(lines::add);
        notes = noteHeaders.size();
        var columns = new ArrayList<TableColumn<Integer, ?>>();
        for (int i = 0; i < notes; i++) {
            columns.add(note(noteHeaders.get(i), i));
        }
        for (int i = 0; i < headers.size(); i++) {
            columns.add(column(headers.get(i), i));
        }
        view.setItems(FXCollections.observableList(
                IntStream.range(0, rows.size()).boxed().toList()));
        view.getColumns().setAll(columns);
        widths.measure(rows.size(), ruler.getFont(), (row, field) -> shown(row, Integer.parseInt(field.name())));
        widths.fit("");
    }

    /** Who hears of changes. */
    public void setListener(Listener other) {
        listener = other;
    }

    private String shown(int row, int column) {
        var line = lines.get(row);
        return column < notes ? line.row().notes().get(column) : line.shown(column - notes);
    }

    private TableColumn<Integer, String> note(String header, int place) {
        var column = bare(header, place);
        column.setCellFactory(_ -> new GridCell(false, false, row -> shown(row, place), _ -> false));
        column.setEditable(false);
        return column;
    }

    private TableColumn<Integer, String> column(String header, int place) {
        var column = bare(header, notes + place);
        column.setCellFactory(_ -> new EditCell(this, place));
        return column;
    }

    private TableColumn<Integer, String> bare(String header, int place) {
        var column = new TableColumn<Integer, String>(header);
        column.setUserData(new Field(Integer.toString(place), ColumnType.TEXT));
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(shown(cell.getValue(), place)));
        return column;
    }

    EditLine line(int row) {
        return lines.get(row);
    }

    void change(int row, int cell, String text) {
        if (lines.get(row).set(cell, text)) {
            listener.changed(row, lines.get(row).cells());
        }
    }

    /** Goes on with the cell that many columns after this one, over the ends of rows. */
    void goOn(int row, int cell, int step) {
        int width = view.getColumns().size() - notes;
        int place = row * width + cell;
        do {
            place += step;
        } while (place >= 0
                && place < width * lines.size()
                && lines.get(place / width).row().closed().contains(place % width));
        if (place >= 0 && place < width * lines.size()) {
            edit(place / width, place % width);
        } else {
            rest(row, cell);
        }
    }

    private void edit(int row, int cell) {
        var column = rest(row, cell);
        view.layout();
        view.edit(row, column);
    }

    /** Puts the focus on a cell without changing it. */
    TableColumn<Integer, ?> rest(int row, int cell) {
        int shown = Math.min(row, lines.size() - 1);
        var column = view.getColumns().get(notes + cell);
        view.requestFocus();
        view.getSelectionModel().clearAndSelect(shown, column);
        view.getFocusModel().focus(shown, column);
        view.scrollTo(Math.max(0, shown - 2));
        view.scrollToColumn(column);
        return column;
    }

    /** A letter takes the place of what stands in the cell. */
    private void typed(KeyEvent event) {
        var at = view.getFocusModel().getFocusedCell();
        var text = event.getCharacter();
        boolean isLetter = !text.isEmpty() && !Character.isISOControl(text.charAt(0)) && !event.isShortcutDown();
        if (isLetter && view.getEditingCell() == null && at.getRow() >= 0 && at.getColumn() >= notes) {
            event.consume();
            view.edit(at.getRow(), view.getColumns().get(at.getColumn()));
            if (view.lookup(".edit-field") instanceof TextField field) {
                field.setText(text.isBlank() ? field.getText() : text);
                field.end();
            }
        }
    }
}
