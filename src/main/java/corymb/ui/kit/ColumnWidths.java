package corymb.ui.kit;

import corymb.table.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * How wide the columns of a grid are: as their names and first rows need, wide texts capped; room that is left goes to what is
 * cut, then to one column or to all alike.
 *
 * <p>A column that the person has drawn to another width keeps it.
 */
final class ColumnWidths {
    private static final int SAMPLE = 60;
    private static final double SCROLL_BAR = 18;

    /** In letters' heights: around the text of a cell, around that of a header, the least, and the most while others want room. */
    private static final double CELL_ROOM = 2.2;

    private static final double HEADER_ROOM = 3.8;
    private static final double LEAST = 5;
    private static final double MOST = 24;

    private final TableView<Integer> view;
    private final Map<TableColumn<Integer, ?>, Double> wanted = new HashMap<>();
    private final Text ruler = new Text();
    private double letter = 13;

    ColumnWidths(TableView<Integer> view) {
        this.view = view;
    }

    /** Measures headers and the first of that many rows, written by {@code writes} in {@code font}. */
    void measure(int rows, Font font, BiFunction<Integer, Field, String> writes) {
        letter = font.getSize();
        wanted.keySet().retainAll(view.getColumns());
        for (var column : view.getColumns()) {
            if (!isDrawn(column)) {
                wanted.put(column, needed(column, rows, font, writes));
            }
        }
    }

    private double needed(
            TableColumn<Integer, ?> column, int rows, Font font, BiFunction<Integer, Field, String> writes) {
        var field = (Field) column.getUserData();
        double width = measured(column.getText(), Font.font("Inter SemiBold", letter)) + HEADER_ROOM * letter;
        var used = Cells.isId(field) ? Font.font("JetBrains Mono", letter) : font;
        for (int row = 0; row < Math.min(SAMPLE, rows); row++) {
            width = Math.max(width, measured(writes.apply(row, field), used) + CELL_ROOM * letter);
        }
        return Math.ceil(Math.max(width, LEAST * letter));
    }

    private double measured(String text, Font font) {
        ruler.setFont(font);
        ruler.setText(text);
        return ruler.getLayoutBounds().getWidth();
    }

    /** Whether the person has drawn it to another width than it was given. */
    private boolean isDrawn(TableColumn<Integer, ?> column) {
        return wanted.containsKey(column) && Math.abs(column.getWidth() - column.getPrefWidth()) > 1;
    }

    /** Fits the columns into the table as it is now; {@code stretched} names the one that takes what is left, empty for all. */
    void fit(String stretched) {
        var columns = view.getVisibleLeafColumns().stream()
                .filter(wanted::containsKey)
                .filter(column -> !isDrawn(column))
                .toList();
        if (columns.isEmpty() || view.getWidth() <= 0) {
            return;
        }
        double fixed = view.getVisibleLeafColumns().stream()
                .filter(column -> !columns.contains(column))
                .mapToDouble(TableColumn::getWidth)
                .sum();
        double free = view.getWidth() - SCROLL_BAR - fixed - total(columns);
        double cut = columns.stream().mapToDouble(this::cut).sum();
        double given = cut == 0 ? 0 : Math.clamp(free / cut, 0, 1);
        double left = Math.max(0, free - given * cut);
        var takers = columns.stream()
                .filter(column -> column.getText().equals(stretched))
                .toList();
        var sharing = takers.isEmpty() ? columns : takers;
        for (var column : columns) {
            double share = sharing.contains(column) ? left / sharing.size() : 0;
            column.setPrefWidth(Math.floor(atFirst(column) + given * cut(column) + share));
        }
    }

    private double total(List<? extends TableColumn<Integer, ?>> columns) {
        return columns.stream().mapToDouble(this::atFirst).sum();
    }

    private double atFirst(TableColumn<Integer, ?> column) {
        return Math.min(wanted.getOrDefault(column, 0.0), MOST * letter);
    }

    private double cut(TableColumn<Integer, ?> column) {
        return wanted.getOrDefault(column, 0.0) - atFirst(column);
    }
}
