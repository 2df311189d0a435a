package corymb.ui.kit;

import corymb.chart.Numbers;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

/** A cell of a grid: numbers at the right, ids in monospace, a dash for what is missing. */
final class GridCell extends TableCell<Integer, String> {
    /** Stands for what is still being read. */
    static final String COMING = "…";

    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");
    private static final int LONG = 24;

    GridCell(boolean isRight, boolean isId) {
        if (isRight) {
            getStyleClass().add("right");
        }
        if (isId) {
            getStyleClass().add("mono");
        }
    }

    @Override
    protected void updateItem(String text, boolean empty) {
        super.updateItem(text, empty);
        setText(empty ? null : text);
        boolean isGrey = !empty && (Numbers.MISSING.equals(text) || COMING.equals(text));
        pseudoClassStateChanged(MISSING, isGrey);
        setTooltip(!empty && text != null && text.length() > LONG ? new Tooltip(text) : null);
    }
}
