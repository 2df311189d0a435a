package corymb.clustering;

import corymb.table.Column;
import corymb.table.ColumnType;
import corymb.table.Matrix;
import corymb.table.NumberColumn;
import corymb.table.Table;
import corymb.work.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The rows that clusters were found among, where it takes them to find the clusters of others.
 *
 * <p>Cost: O(log rows x columns) a row that is asked for where few columns tell the rows apart, O(rows x columns) at worst.
 */
final class KnownRows {
    private static final String ORDER = "row";
    private static final String CLUSTER = "cluster";
    private static final String REACH = "reach";
    private static final int OTHER_COLUMNS = 3;

    private final Matrix rows;
    private final Assignments clusters;
    /** The square of how far each row reaches; of how far its neighbours are where density falls. */
    private final double[] reach;

    /** The square of how far any row reaches. */
    private final double farthest;

    private final KdTree tree;

    private KnownRows(Matrix rows, Assignments clusters, double[] reach, Progress progress) {
        this.rows = rows;
        this.clusters = clusters;
        this.reach = reach;
        this.farthest = Arrays.stream(reach).max().orElse(0);
        this.tree = new KdTree(rows.toArray(), rows.columnCount(), progress);
    }

    /** The rows that clusters were just found among, in the scale they were found in; those that can never be met are left out. */
    static KnownRows of(Belonging belonging, Matrix rows, Assignments clusters, Progress progress) {
        return switch (belonging) {
            case Belonging.WithinRadius(double radius, int minPoints) ->
                dense(rows, clusters, radius * radius, minPoints, progress);
            case Belonging.FirstReached reached ->
                new KnownRows(rows, clusters, squares(rows, reached.minPoints(), progress), progress);
            case Belonging.NearestRow _ -> new KnownRows(rows, clusters, all(rows, Double.MAX_VALUE), progress);
            case Belonging.NearestCentre _,
                    Belonging.LikeliestCloud _,
                    Belonging.NearestPrototype _,
                    Belonging.MostAlike _,
                    Belonging.Unknown _ -> throw new IllegalArgumentException("No rows are needed");
        };
    }

    /** Dense rows reach as far as the radius, those at the rim of a cluster only whoever is just like them. */
    private static KnownRows dense(Matrix rows, Assignments clusters, double square, int minPoints, Progress progress) {
        double[] squares = squares(rows, minPoints, progress);
        int[] members = IntStream.range(0, squares.length)
                .filter(row -> clusters.get(row) != Assignments.NOISE)
                .toArray();
        return new KnownRows(
                rows.rows(members),
                new Assignments(
                        clusters.clusterCount(),
                        IntStream.of(members).map(clusters::get).toArray()),
                IntStream.of(members)
                        .mapToDouble(row -> squares[row] <= square ? square : 0)
                        .toArray(),
                progress);
    }

    private static double[] all(Matrix rows, double value) {
        var values = new double[rows.rowCount()];
        Arrays.fill(values, value);
        return values;
    }

    /** The squared distance of each row to its so-manieth nearest, itself the first. */
    private static double[] squares(Matrix rows, int minPoints, Progress progress) {
        var tree = new KdTree(rows.toArray(), rows.columnCount(), progress);
        var byPlace = NeighbourDistances.squares(tree, Math.min(minPoints, rows.rowCount()), progress);
        return IntStream.range(0, byPlace.length)
                .mapToDouble(row -> byPlace[tree.place(row)])
                .toArray();
    }

    /** The rows as a table, to be kept. */
    Table table() {
        var columns = new ArrayList<Column>();
        columns.add(column(ORDER, ColumnType.INTEGER, row -> row));
        columns.add(column(CLUSTER, ColumnType.INTEGER, clusters::get));
        columns.add(column(REACH, ColumnType.DECIMAL, row -> reach[row]));
        for (int column = 0; column < rows.columnCount(); column++) {
            int at = column;
            columns.add(column(value(column), ColumnType.DECIMAL, row -> rows.get(row, at)));
        }
        return new Table(columns);
    }

    private Column column(String name, ColumnType type, IntToDoubleFunction value) {
        return new NumberColumn(
                name,
                type,
                IntStream.range(0, rows.rowCount()).mapToDouble(value).toArray());
    }

    /**
     * The rows as they were kept.
     *
     * @param columns what the columns of numbers are called
     * @throws corymb.work.Failure when the table is not one of such rows
     */
    static KnownRows of(Table table, List<String> columns, int clusterCount, Progress progress) {
        Belonging.require(table.columns().size() == columns.size() + OTHER_COLUMNS);
        var order = numbers(table, ORDER);
        int[] sorted = IntStream.range(0, order.size())
                .boxed()
                .sorted(Comparator.comparingDouble(order::get))
                .mapToInt(Integer::intValue)
                .toArray();
        int width = columns.size();
        var values = new double[sorted.length * width];
        for (int column = 0; column < width; column++) {
            var numbers = numbers(table, value(column));
            for (int row = 0; row < sorted.length; row++) {
                values[row * width + column] = numbers.get(sorted[row]);
            }
        }
        var clusters = numbers(table, CLUSTER);
        var reach = numbers(table, REACH);
        int[] labels = IntStream.of(sorted).map(row -> (int) clusters.get(row)).toArray();
        double[] squares = IntStream.of(sorted).mapToDouble(reach::get).toArray();
        Belonging.require(sorted.length > 0
                && IntStream.of(labels).allMatch(label -> label >= Assignments.NOISE && label < clusterCount)
                && Arrays.stream(squares).allMatch(square -> square >= 0));
        return new KnownRows(new Matrix(columns, values), new Assignments(clusterCount, labels), squares, progress);
    }

    private static NumberColumn numbers(Table table, String name) {
        var numbers = table.columns().stream()
                .filter(column -> column.name().equals(name) && column instanceof NumberColumn)
                .map(NumberColumn.class::cast)
                .findFirst()
                .orElseGet(() -> new NumberColumn(name, ColumnType.DECIMAL, Double.NaN));
        Belonging.require(IntStream.range(0, numbers.size()).allMatch(row -> Double.isFinite(numbers.get(row))));
        return numbers;
    }

    private static String value(int column) {
        return "value_" + column;
    }

    /** The cluster of the nearest row that reaches as far as where the values begin at {@code at}; noise where there is none. */
    int nearest(double[] values, int at) {
        var nearest = new Nearest();
        nearest.search(0, values, at);
        return nearest.row < 0 ? Assignments.NOISE : clusters.get(nearest.row);
    }

    /** The cluster of the row that is reached first from where the values begin, at a density that the cluster still has. */
    int firstReached(double[] values, int at, Belonging.FirstReached by) {
        var squares = new double[Math.min(by.minPoints(), rows.rowCount())];
        tree.nearestSquares(values, at, squares);
        var first = new First(squares[squares.length - 1]);
        first.search(0, values, at);
        int cluster = clusters.get(first.row);
        boolean isWithin = cluster != Assignments.NOISE
                && 1 / Math.sqrt(first.reached) >= by.densities().get(cluster);
        return isWithin ? cluster : Assignments.NOISE;
    }

    /** A search from the root down, the nearer half first, that leaves out what is farther than the best so far. */
    private abstract class Search {
        double least;
        int row = -1;

        Search(double most) {
            this.least = most;
        }

        void search(int node, double[] values, int at) {
            if (isBeyond(tree.nearest(node, values, at))) {
                return;
            }
            if (tree.isLeaf(node)) {
                for (int place = tree.from(node); place < tree.to(node); place++) {
                    meet(tree.row(place), tree.square(values, at, place));
                }
                return;
            }
            int left = 2 * node + 1;
            boolean isLeftFirst = tree.nearest(left, values, at) <= tree.nearest(left + 1, values, at);
            search(isLeftFirst ? left : left + 1, values, at);
            search(isLeftFirst ? left + 1 : left, values, at);
        }

        boolean isBeyond(double square) {
            return square > least;
        }

        abstract void meet(int met, double square);
    }

    /** Of equally near rows the first. */
    private final class Nearest extends Search {
        Nearest() {
            super(farthest);
        }

        @Override
        void meet(int met, double square) {
            boolean isNearer = square < least || (square == least && (row < 0 || met < row));
            if (square <= reach[met] && isNearer) {
                least = square;
                row = met;
            }
        }
    }

    /** Of rows that are reached alike the nearest, then the first. */
    private final class First extends Search {
        private final double own;
        private double reached = Double.POSITIVE_INFINITY;

        First(double own) {
            super(Double.POSITIVE_INFINITY);
            this.own = own;
        }

        @Override
        boolean isBeyond(double square) {
            return square > reached || (reached <= own && square > least);
        }

        @Override
        void meet(int met, double square) {
            double both = Math.max(square, Math.max(own, reach[met]));
            boolean isNearer = square < least || (square == least && (row < 0 || met < row));
            if (both < reached || (both == reached && isNearer)) {
                reached = both;
                least = square;
                row = met;
            }
        }
    }
}
