package corymb.clustering;

import corymb.table.Column;
import corymb.table.ColumnType;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.table.TextColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The mixed rows that clusters were found among, of which others ask who is most like them. Cost: O(known rows x columns) a row. */
final class KnownMixedRows {
    private static final String ORDER = "row";
    private static final String CLUSTER = "cluster";

    private final MixedRows rows;
    private final Assignments clusters;
    private final Gower gower;

    private KnownMixedRows(MixedRows rows, Assignments clusters, Gower gower) {
        this.rows = rows;
        this.clusters = clusters;
        this.gower = gower;
    }

    /** Rows that clusters were just found among, as a table to be kept. */
    static Table table(MixedRows rows, Assignments clusters) {
        var columns = new ArrayList<Column>();
        columns.add(new NumberColumn(
                ORDER,
                ColumnType.INTEGER,
                IntStream.range(0, rows.count()).asDoubleStream().toArray()));
        columns.add(new NumberColumn(
                CLUSTER, ColumnType.INTEGER, clusters.stream().asDoubleStream().toArray()));
        for (int column = 0; column < rows.numbers().length; column++) {
            columns.add(new NumberColumn("value_" + column, ColumnType.DECIMAL, rows.numbers()[column]));
        }
        for (int column = 0; column < rows.categories().length; column++) {
            int at = column;
            columns.add(new TextColumn(
                    "level_" + column,
                    IntStream.of(rows.categories()[column])
                            .mapToObj(code -> rows.level(at, code))
                            .toList()));
        }
        return new Table(columns);
    }

    /**
     * The rows as they were kept.
     *
     * @throws corymb.work.Failure when the table is not one of such rows
     */
    static KnownMixedRows of(Table table, Gower gower, int clusterCount) {
        var order = numbers(table, ORDER);
        var clusters = numbers(table, CLUSTER);
        int[] sorted = IntStream.range(0, order.size())
                .boxed()
                .sorted(Comparator.comparingDouble(order::get))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] labels = IntStream.of(sorted).map(row -> (int) clusters.get(row)).toArray();
        var values = table.columns().stream()
                .filter(column -> !List.of(ORDER, CLUSTER).contains(column.name()))
                .toList();
        var rows = MixedRows.of(new Table(values)).rows(sorted);
        Belonging.require(sorted.length > 0
                && rows.numbers().length == gower.ranges().size()
                && IntStream.of(labels).allMatch(label -> label >= 0 && label < clusterCount));
        return new KnownMixedRows(rows, new Assignments(clusterCount, labels), gower);
    }

    private static NumberColumn numbers(Table table, String name) {
        return table.columns().stream()
                .filter(column -> column.name().equals(name) && column instanceof NumberColumn)
                .map(NumberColumn.class::cast)
                .filter(numbers ->
                        IntStream.range(0, numbers.size()).allMatch(row -> Double.isFinite(numbers.get(row))))
                .findFirst()
                .orElseThrow(Belonging::nonsense);
    }

    /** Other rows with categories told as these tell theirs; a problem where they have other columns. */
    MixedRows told(MixedRows others) {
        Belonging.require(others.numbers().length == rows.numbers().length
                && others.categories().length == rows.categories().length);
        return others.toldAs(rows);
    }

    /**
     * The cluster of the row most like one of others, told as these: one that is the same before all, of equally near ones the first. Where
     * values are missing rows may be no distance apart without being the same.
     */
    int nearest(MixedRows others, int row) {
        double[] distances = gower.distances(others, row, rows, rows.count());
        int nearest = 0;
        for (int known = 0; known < distances.length; known++) {
            if (rows.isSame(known, others, row)) {
                return clusters.get(known);
            }
            nearest = distances[known] < distances[nearest] ? known : nearest;
        }
        return clusters.get(nearest);
    }
}
