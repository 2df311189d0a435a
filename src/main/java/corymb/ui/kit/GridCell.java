package corymb.ui.kit;

import corymb.chart.Numbers;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;

/** A cell of a grid: numbers at the right, ids in monospace, a dash for what is missing. */
final class GridCell extends TableCell<Integer, String> {
    /** Stands for what is still being read. */
    static final String COMING = "…";

    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

    private final IntPredicate isMarked;

    /** Shows values of a column; {@code exact} gives the whole value of a row for the tooltip, {@code isMarked} whether it stands out. */
    GridCell(boolean isRight, boolean isId, IntFunction<String> exact, IntPredicate isMarked) {
        this.isMarked = isMarked;
        if (isRight) {
            getStyleClass().add("right");
        }
        if (isId) {
            getStyleClass().add("mono");
        }
        setOnMouseEntered(_ -> explain(exact));
    }

    /** Only the cell that the mouse comes to has a tooltip: making one for each would slow scrolling. */
    private void explain(IntFunction<String> exact) {
        var shown = Optional.ofNullable(getText()).orElse("");
        var whole = isEmpty() || shown.isEmpty() ? "" : exact.apply(getIndex());
        setTooltip(whole.isEmpty() || (whole.equals(shown) && !isCut()) ? null : new Tooltip(whole));
    }

    /** Whether the text has more room to wish for than the cell has. */
    private boolean isCut() {
        return prefWidth(-1) > getWidth();
    }

    @Override
    protected void updateItem(String text, boolean empty) {
        super.updateItem(text, empty);
        setText(empty ? null : text);
        boolean isGrey = !empty && (Numbers.MISSING.equals(text) || COMING.equals(text));
        pseudoClassStateChanged(MISSING, isGrey);
        pseudoClassStateChanged(MARKED, !empty && isMarked.test(getIndex()));
    }
}
