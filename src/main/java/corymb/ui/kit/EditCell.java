package corymb.ui.kit;

import javafx.css.PseudoClass;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** A cell of a grid that a person changes; what is typed counts at once, so that no click elsewhere can lose it. */
final class EditCell extends TableCell<Integer, String> {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final PseudoClass FAILING = PseudoClass.getPseudoClass("failing");

    private final EditGrid grid;
    private final int place;
    private final TextField field = new TextField();
    private String before = "";
    private int row = -1;

    EditCell(EditGrid grid, int place) {
        this.grid = grid;
        this.place = place;
        getStyleClass().add("edit-cell");
        field.getStyleClass().add("edit-field");
        field.textProperty().addListener((_, _, text) -> typed(text));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        setOnMouseEntered(_ -> explain());
    }

    @Override
    public void startEdit() {
        super.startEdit();
        if (!isEditing() || grid.line(getIndex()).isClosed(place)) {
            super.cancelEdit();
            return;
        }
        before = grid.line(getIndex()).cell(place);
        row = -1;
        field.setText(EditLine.oneLine(before));
        row = getIndex();
        setGraphic(field);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        // A skin made later would select all once more, and the next letter take the place of the first.
        applyCss();
        field.requestFocus();
        field.selectAll();
    }

    @Override
    public void cancelEdit() {
        super.cancelEdit();
        finish();
    }

    /** The text has been kept while it was typed. */
    private void finish() {
        row = -1;
        setGraphic(null);
        setContentDisplay(ContentDisplay.TEXT_ONLY);
        mark(isEmpty());
    }

    private void typed(String text) {
        if (row >= 0 && !text.equals(EditLine.oneLine(grid.line(row).cell(place)))) {
            grid.change(row, place, EditLine.lines(text));
        }
    }

    private void keyPressed(KeyEvent event) {
        int at = row;
        if (event.getCode() == KeyCode.TAB) {
            event.consume();
            cancelEdit();
            grid.goOn(at, place, event.isShiftDown() ? -1 : 1);
        } else if (event.getCode() == KeyCode.ENTER) {
            event.consume();
            cancelEdit();
            grid.rest(at + 1, place);
        } else if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            grid.change(at, place, before);
            cancelEdit();
            grid.rest(at, place);
        }
    }

    @Override
    protected void updateItem(String text, boolean empty) {
        super.updateItem(text, empty);
        mark(empty);
    }

    private void mark(boolean empty) {
        setText(empty ? null : grid.line(getIndex()).shown(place));
        pseudoClassStateChanged(CHANGED, !empty && grid.line(getIndex()).isChanged(place));
        pseudoClassStateChanged(FAILING, !empty && isFailing());
    }

    private boolean isFailing() {
        var line = grid.line(getIndex());
        return line.row().failing() == place && !line.isChanged(place);
    }

    /** Only the cell that the mouse comes to has a tooltip: making one for each would slow scrolling. */
    private void explain() {
        setTooltip(null);
        if (!isEmpty()) {
            var line = grid.line(getIndex());
            var words = isFailing()
                    ? line.row().reason()
                    : line.isChanged(place)
                            ? Texts.of("table.was", line.row().before().get(place))
                            : prefWidth(-1) > getWidth() ? line.shown(place) : "";
            setTooltip(words.isEmpty() ? null : new Tooltip(words));
        }
    }
}
