package corymb.ui.kit;

import corymb.table.Column;
import corymb.table.NumberColumn;
import corymb.table.Schema;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.table.TimeColumn;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A table in memory with its rows chosen and ordered by number. */
final class TableRows implements RowSource {
    private final Table table;
    private final List<Integer> order;

    private TableRows(Table table, List<Integer> order) {
        this.table = table;
        this.order = order;
    }

    static TableRows of(Table table) {
        return new TableRows(table, IntStream.range(0, table.rowCount()).boxed().toList());
    }

    @Override
    public Schema schema() {
        return table.schema();
    }

    @Override
    public long rows() {
        return order.size();
    }

    @Override
    public Table page(long from, int count) {
        int start = (int) Math.min(from, order.size());
        var rows = order.subList(start, Math.min(order.size(), start + count));
        return new Table(
                table.columns().stream().map(column -> pick(column, rows)).toList());
    }

    @Override
    public RowSource asked(RowQuery query) {
        var wanted = query.text().strip().toLowerCase(Locale.ROOT);
        var rows = IntStream.range(0, table.rowCount()).filter(row -> wanted.isEmpty() || holds(row, wanted));
        return new TableRows(table, rows.boxed().sorted(comparator(query)).toList());
    }

    private boolean holds(int row, String wanted) {
        return table.columns().stream()
                .anyMatch(column -> column.text(row).toLowerCase(Locale.ROOT).contains(wanted));
    }

    private Comparator<Integer> comparator(RowQuery query) {
        Comparator<Integer> all = (_, _) -> 0;
        for (var by : query.order()) {
            all = all.thenComparing(comparator(table.column(by.column()), by.isDescending()));
        }
        return all;
    }

    /** Missing values come last in either direction. */
    private static Comparator<Integer> comparator(Column column, boolean isDescending) {
        Comparator<Integer> values = switch (column) {
            case NumberColumn numbers -> Comparator.comparingDouble(numbers::get);
            case TimeColumn times -> Comparator.comparingLong(times::micros);
            case TextColumn texts -> Comparator.comparing(texts::text, String.CASE_INSENSITIVE_ORDER);
        };
        Comparator<Integer> missingLast = Comparator.comparing(column::isMissing);
        return missingLast.thenComparing(isDescending ? values.reversed() : values);
    }

    private static Column pick(Column column, List<Integer> rows) {
        return switch (column) {
            case NumberColumn numbers ->
                new NumberColumn(
                        numbers.name(),
                        numbers.type(),
                        rows.stream().mapToDouble(numbers::get).toArray());
            case TimeColumn times ->
                new TimeColumn(
                        times.name(),
                        times.type(),
                        rows.stream().mapToLong(times::micros).toArray());
            case TextColumn texts ->
                new TextColumn(
                        texts.name(),
                        rows.stream().map(row -> textOrNull(texts, row)).toList());
        };
    }

    private static @Nullable String textOrNull(TextColumn column, int row) {
        return column.isMissing(row) ? null : column.text(row);
    }
}
