package corymb.ui.quality;

import corymb.chart.Numbers;
import corymb.quality.ColumnProfile;
import corymb.quality.SourceQuality;
import corymb.table.Column;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.ui.kit.Texts;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The columns of a source as a table, one row a column. */
final class ColumnTable {
    private static final int TOP = 3;

    private ColumnTable() {}

    static Table of(SourceQuality quality) {
        double rows = Math.max(1, (double) quality.rows());
        return new Table(List.of(
                text("quality.column", quality, ColumnProfile::name),
                text("quality.type", quality, column -> QualityWords.type(column.type())),
                number(
                        "quality.missingPercent",
                        ColumnType.DECIMAL,
                        quality,
                        column -> Math.round(1_000 * (double) column.missing() / rows) / 10.0),
                number("quality.different", ColumnType.INTEGER, quality, column ->
                        (double) column.distinct().values()),
                text("quality.minimum", quality, column -> QualityWords.value(column, column.minimum())),
                text("quality.maximum", quality, column -> QualityWords.value(column, column.maximum())),
                text("quality.top", quality, column -> top(column, quality.rows()))));
    }

    private static Column text(String key, SourceQuality quality, Function<ColumnProfile, String> value) {
        return new TextColumn(
                Texts.of(key), quality.columns().stream().map(value).toList());
    }

    private static Column number(
            String key, ColumnType type, SourceQuality quality, ToDoubleFunction<ColumnProfile> value) {
        return new NumberColumn(
                Texts.of(key),
                type,
                quality.columns().stream().mapToDouble(value).toArray());
    }

    /** Values that are hardly ever there say nothing. */
    private static String top(ColumnProfile column, long rows) {
        double present = Math.max(1, (double) rows - column.missing());
        var words = column.top().stream()
                .filter(value -> value.rows() > 1 && value.rows() >= ColumnView.WORTH_NAMING * present)
                .limit(TOP)
                .map(value -> QualityWords.value(column, value.value()) + " "
                        + Numbers.local().percent((double) value.rows() / present))
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? Numbers.MISSING : words;
    }
}
