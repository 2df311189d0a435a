package corymb.chart;

import corymb.table.Column;
import corymb.table.ColumnType;
import corymb.table.Matrix;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TextColumn;
import corymb.table.TimeColumn;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The data of charts as tables. */
final class ChartTables {
    private ChartTables() {}

    static Table of(ChartSpec spec) {
        return switch (spec) {
            case ChartSpec.Bars bars ->
                marks(named(bars.category(), "category"), named(bars.value(), "value"), bars.marks());
            case ChartSpec.RankedBars bars -> marks("name", named(bars.value(), "value"), bars.marks());
            case ChartSpec.Lines lines -> lines(lines);
            case ChartSpec.Scatter scatter -> points(scatter.x(), scatter.y(), scatter.groups());
            case ChartSpec.Histogram histogram -> bins(histogram);
            case ChartSpec.HeatMap map -> cells(map);
            case ChartSpec.Intervals intervals -> estimates(intervals);
            case ChartSpec.Times times -> moments(times);
            case ChartSpec.Paths paths ->
                stops(
                        paths.stops(),
                        named(paths.value(), "value"),
                        Stream.concat(paths.series().stream(), paths.ground().stream())
                                .toList());
            case ChartSpec.Radar radar -> stops(radar.spokes(), "value", radar.series());
            case ChartSpec.Areas areas -> points(Axis.of("place"), areas.value(), areas.series());
            case ChartSpec.Boxes boxes -> boxes(boxes.boxes());
            case ChartSpec.Flows flows ->
                table(
                        text("from", flows.flows(), ChartSpec.Flow::from),
                        text("to", flows.flows(), ChartSpec.Flow::to),
                        number("amount", flows.flows(), ChartSpec.Flow::amount));
            case ChartSpec.Combinations combinations ->
                table(
                        text("combination", combinations.combinations(), ChartSpec.Combination::label),
                        number(
                                named(combinations.value(), "value"),
                                combinations.combinations(),
                                ChartSpec.Combination::value));
            case ChartSpec.Branches branches ->
                table(
                        number(
                                "one",
                                branches.branches(),
                                branch -> branch.one().x()),
                        number(
                                "other",
                                branches.branches(),
                                branch -> branch.other().x()),
                        number(named(branches.height(), "height"), branches.branches(), ChartSpec.Branch::height));
        };
    }

    private static Table marks(String name, String value, List<ChartSpec.Mark> marks) {
        return table(text(name, marks, ChartSpec.Mark::label), number(value, marks, ChartSpec.Mark::value));
    }

    private static Table lines(ChartSpec.Lines lines) {
        var points = points(lines.x(), lines.y(), lines.series());
        if (lines.errors().isEmpty()) {
            return points;
        }
        var columns = new ArrayList<>(points.columns());
        columns.add(new NumberColumn(
                "error",
                ColumnType.DECIMAL,
                IntStream.range(0, points.rowCount())
                        .mapToDouble(row ->
                                row < lines.errors().size() ? lines.errors().get(row) : Double.NaN)
                        .toArray()));
        return new Table(columns);
    }

    private static Table points(Axis x, Axis y, List<ChartSpec.Series> series) {
        record Row(String name, ChartSpec.Point point) {}
        var rows = series.stream()
                .flatMap(one -> one.points().stream().map(point -> new Row(one.name(), point)))
                .toList();
        return table(
                text("series", rows, Row::name),
                number(named(x, "x"), rows, row -> row.point().x()),
                number(named(y, "y"), rows, row -> row.point().y()));
    }

    private static Table bins(ChartSpec.Histogram histogram) {
        var bins = histogram.bins();
        return table(
                number("from", bins, ChartSpec.Bin::from),
                number("to", bins, ChartSpec.Bin::to),
                number(named(histogram.count(), "count"), bins, ChartSpec.Bin::count));
    }

    private static Table cells(ChartSpec.HeatMap map) {
        var columns = new ArrayList<Column>();
        columns.add(text("name", map.rows(), row -> row));
        Matrix values = map.values();
        for (int column = 0; column < values.columnCount(); column++) {
            int at = column;
            var cells = IntStream.range(0, values.rowCount())
                    .mapToDouble(row -> map.look(row * values.columnCount() + at) == ChartSpec.Look.NONE
                            ? Double.NaN
                            : values.get(row, at));
            columns.add(new NumberColumn(values.columnNames().get(column), ColumnType.DECIMAL, cells.toArray()));
        }
        return new Table(columns);
    }

    private static Table estimates(ChartSpec.Intervals intervals) {
        var rows = intervals.estimates();
        return table(
                text("name", rows, ChartSpec.Estimate::label),
                number(named(intervals.value(), "value"), rows, ChartSpec.Estimate::value),
                number("low", rows, ChartSpec.Estimate::low),
                number("high", rows, ChartSpec.Estimate::high));
    }

    private static Table moments(ChartSpec.Times times) {
        record Row(String name, Instant at, double value) {}
        var rows = times.trends().stream()
                .flatMap(trend ->
                        trend.moments().stream().map(moment -> new Row(trend.name(), moment.at(), moment.value())))
                .toList();
        var micros = rows.stream().mapToLong(row -> ChronoUnit.MICROS.between(Instant.EPOCH, row.at()));
        return table(
                text("series", rows, Row::name),
                new TimeColumn("time", ColumnType.TIMESTAMP, micros.toArray()),
                number(named(times.value(), "value"), rows, Row::value));
    }

    private static Table boxes(List<ChartSpec.Box> boxes) {
        return table(
                text("name", boxes, ChartSpec.Box::label),
                number("low", boxes, box -> box.values().low()),
                number("lower quartile", boxes, box -> box.values().lowerQuartile()),
                number("median", boxes, box -> box.values().median()),
                number("upper quartile", boxes, box -> box.values().upperQuartile()),
                number("high", boxes, box -> box.values().high()));
    }

    private static Table stops(List<String> stops, String value, List<ChartSpec.Series> series) {
        record Row(String name, String stop, double value) {}
        var rows = series.stream()
                .flatMap(one ->
                        one.points().stream().map(point -> new Row(one.name(), stops.get((int) point.x()), point.y())))
                .toList();
        return table(text("series", rows, Row::name), text("stop", rows, Row::stop), number(value, rows, Row::value));
    }

    private static Table table(Column... columns) {
        return new Table(List.of(columns));
    }

    private static <T> Column text(String name, List<T> rows, Function<T, String> value) {
        return new TextColumn(name, rows.stream().map(value).toList());
    }

    private static <T> Column number(String name, List<T> rows, ToDoubleFunction<T> value) {
        return new NumberColumn(
                name, ColumnType.DECIMAL, rows.stream().mapToDouble(value).toArray());
    }

    private static String named(Axis axis, String otherwise) {
        return axis.label().isEmpty() ? otherwise : axis.label();
    }
}
