package corymb.ui.kit;

import java.util.ArrayList;
import java.util.List;

/** A row of a grid while it is changed. */
final class EditLine {
    private static final int MOST_SHOWN = 500;

    private final EditGrid.Row row;
    private final List<String> now;

    EditLine(EditGrid.Row row) {
        this.row = row;
        this.now = new ArrayList<>(row.now());
    }

    EditGrid.Row row() {
        return row;
    }

    List<String> cells() {
        return List.copyOf(now);
    }

    String cell(int place) {
        return now.get(place);
    }

    boolean isChanged(int place) {
        return !now.get(place).equals(row.before().get(place));
    }

    boolean isClosed(int place) {
        return row.closed().contains(place);
    }

    /** What a cell has room for. */
    String shown(int place) {
        var text = oneLine(now.get(place));
        return text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text;
    }

    /** Whether that changed the cell. */
    boolean set(int place, String text) {
        return !now.set(place, text).equals(text);
    }

    /** A line's end as a letter that stands for it, since a field of one line would drop it. */
    static String oneLine(String text) {
        return text.replace('\n', '↵');
    }

    static String lines(String text) {
        return text.replace('↵', '\n');
    }
}
