package corymb.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column of texts. */
public final class TextColumn implements Column {
    private final String name;
    private final @Nullable String[] values;

    /** Takes the values in row order; null marks a missing one. */
    public TextColumn(String name, List<? extends @Nullable String> values) {
        this.name = name;
        this.values = values.toArray(new @Nullable String[0]);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ColumnType type() {
        return ColumnType.TEXT;
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public boolean isMissing(int row) {
        return values[row] == null;
    }

    @Override
    public String text(int row) {
        var value = values[row];
        return value == null ? "" : value;
    }
}
