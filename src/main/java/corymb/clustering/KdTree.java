package corymb.clustering;

import corymb.work.Progress;
import java.util.Arrays;

/**
 * Points in boxes within boxes, to find those near a place without looking at all.
 *
 * <p>Each box is halved at the median of its widest column until few points are left; the points lie in the order of their boxes,
 * row after row in one flat array. A point is known by its place in that order; {@link #row} and {@link #place} translate.
 *
 * <p>Reference: J. H. Friedman, J. L. Bentley, R. A. Finkel, An algorithm for finding best matches in logarithmic expected time,
 * ACM Transactions on Mathematical Software 3 (1977), doi:10.1145/355744.355745. Cost: O(rows x log rows x columns) to build.
 * Assumes: finite values. Where there are many columns a search may look at all points.
 */
public final class KdTree {
    private static final int LEAF = 24;
    /** So many values are read between two looks at the wish to stop. */
    private static final int VALUES_A_LOOK = 1 << 18;

    private final double[] points;
    private final int columns;
    private final int[] rows;
    private final int[] places;
    /** Node {@code i} has the children {@code 2 i + 1} and {@code 2 i + 2}; its points go from {@code from[i]} to before {@code to[i]}. */
    private final int[] from;

    private final int[] to;
    /** The least and then the largest value of each column, node after node. */
    private final double[] boxes;

    /**
     * Takes the points row after row.
     *
     * @param values finite numbers, {@code columns} a row
     * @param progress asked whether to stop; told nothing
     */
    public KdTree(double[] values, int columns, Progress progress) {
        int count = values.length / columns;
        this.columns = columns;
        this.rows = new int[count];
        Arrays.setAll(rows, row -> row);
        int levels = 0;
        while ((count >> levels) > LEAF) {
            levels++;
        }
        int nodes = (1 << (levels + 1)) - 1;
        this.from = new int[nodes];
        this.to = new int[nodes];
        this.boxes = new double[nodes * 2 * columns];
        split(values, 0, 0, count, progress);
        this.points = new double[values.length];
        this.places = new int[count];
        for (int place = 0; place < count; place++) {
            System.arraycopy(values, rows[place] * columns, points, place * columns, columns);
            places[rows[place]] = place;
        }
    }

    private void split(double[] values, int node, int begin, int end, Progress progress) {
        from[node] = begin;
        to[node] = end;
        enclose(values, node, progress);
        if (!isLeaf(node)) {
            int middle = (begin + end) >>> 1;
            select(values, widest(node), begin, end - 1, middle);
            split(values, 2 * node + 1, begin, middle, progress);
            split(values, 2 * node + 2, middle, end, progress);
        }
    }

    private void enclose(double[] values, int node, Progress progress) {
        int low = node * 2 * columns;
        int high = low + columns;
        Arrays.fill(boxes, low, high, Double.POSITIVE_INFINITY);
        Arrays.fill(boxes, high, high + columns, Double.NEGATIVE_INFINITY);
        int rowsALook = Math.max(1, VALUES_A_LOOK / columns);
        for (int begin = from[node]; begin < to[node]; begin += rowsALook) {
            progress.check();
            enclose(values, low, begin, Math.min(to[node], begin + rowsALook));
        }
    }

    private void enclose(double[] values, int low, int begin, int end) {
        int high = low + columns;
        for (int i = begin; i < end; i++) {
            for (int column = 0; column < columns; column++) {
                double value = values[rows[i] * columns + column];
                boxes[low + column] = Math.min(boxes[low + column], value);
                boxes[high + column] = Math.max(boxes[high + column], value);
            }
        }
    }

    private int widest(int node) {
        int low = node * 2 * columns;
        int widest = 0;
        for (int column = 1; column < columns; column++) {
            if (boxes[low + columns + column] - boxes[low + column]
                    > boxes[low + columns + widest] - boxes[low + widest]) {
                widest = column;
            }
        }
        return widest;
    }

    /** Orders the rows so that none before {@code wanted} has a larger value than it and none after a smaller one (Hoare). */
    private void select(double[] values, int column, int first, int last, int wanted) {
        int low = first;
        int high = last;
        while (low < high) {
            double pivot = values[rows[(low + high) >>> 1] * columns + column];
            int left = low;
            int right = high;
            while (left <= right) {
                while (values[rows[left] * columns + column] < pivot) {
                    left++;
                }
                while (values[rows[right] * columns + column] > pivot) {
                    right--;
                }
                if (left <= right) {
                    int swapped = rows[left];
                    rows[left++] = rows[right];
                    rows[right--] = swapped;
                }
            }
            high = wanted <= right ? right : high;
            low = wanted >= left ? left : low;
            if (wanted > right && wanted < left) {
                return;
            }
        }
    }

    public int count() {
        return rows.length;
    }

    /** The row of the point at a place. */
    public int row(int place) {
        return rows[place];
    }

    /** The place of a row's point. */
    public int place(int row) {
        return places[row];
    }

    /** How many nodes there are; the root is 0. */
    int nodes() {
        return from.length;
    }

    boolean isLeaf(int node) {
        return 2 * node + 1 >= from.length;
    }

    int from(int node) {
        return from[node];
    }

    int to(int node) {
        return to[node];
    }

    /** The squared distance of two points. */
    double square(int one, int other) {
        return square(points, one * columns, other);
    }

    /** The squared distance of a place, whose values begin at {@code at}, to a point. */
    double square(double[] values, int at, int other) {
        int b = other * columns;
        double sum = 0;
        for (int column = 0; column < columns; column++) {
            double off = values[at + column] - points[b + column];
            sum += off * off;
        }
        return sum;
    }

    /** The squared distance of a point to the nearest place in a node's box. */
    double nearest(int node, int place) {
        return nearest(node, points, place * columns);
    }

    /** The squared distance of a place, whose values begin at {@code at}, to the nearest place in a node's box. */
    double nearest(int node, double[] values, int at) {
        int low = node * 2 * columns;
        double sum = 0;
        for (int column = 0; column < columns; column++) {
            double value = values[at + column];
            double off = Math.max(0, Math.max(boxes[low + column] - value, value - boxes[low + columns + column]));
            sum += off * off;
        }
        return sum;
    }

    /** The squared distance of a point to the farthest place in a node's box. */
    double farthest(int node, int place) {
        int low = node * 2 * columns;
        int at = place * columns;
        double sum = 0;
        for (int column = 0; column < columns; column++) {
            double value = points[at + column];
            double off = Math.max(value - boxes[low + column], boxes[low + columns + column] - value);
            sum += off * off;
        }
        return sum;
    }

    /** The squared length of a node's box from corner to corner: no two of its points are farther apart. */
    double diagonal(int node) {
        int low = node * 2 * columns;
        double sum = 0;
        for (int column = 0; column < columns; column++) {
            double side = boxes[low + columns + column] - boxes[low + column];
            sum += side * side;
        }
        return sum;
    }

    /**
     * The squared distances of a point to those nearest to it, itself among them, the nearest first.
     *
     * @param nearest filled with as many as it is long; at most as long as there are points
     */
    void nearestSquares(int place, double[] nearest) {
        nearestSquares(points, place * columns, nearest);
    }

    /** The same of a place whose values begin at {@code at}. */
    void nearestSquares(double[] values, int at, double[] nearest) {
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        search(0, nearest(0, values, at), values, at, nearest);
    }

    private void search(int node, double away, double[] values, int at, double[] nearest) {
        if (away >= nearest[nearest.length - 1]) {
            return;
        }
        if (isLeaf(node)) {
            for (int other = from[node]; other < to[node]; other++) {
                insert(square(values, at, other), nearest);
            }
            return;
        }
        int left = 2 * node + 1;
        double toLeft = nearest(left, values, at);
        double toRight = nearest(left + 1, values, at);
        boolean isLeftFirst = toLeft <= toRight;
        search(isLeftFirst ? left : left + 1, Math.min(toLeft, toRight), values, at, nearest);
        search(isLeftFirst ? left + 1 : left, Math.max(toLeft, toRight), values, at, nearest);
    }

    private static void insert(double square, double[] nearest) {
        int at = nearest.length - 1;
        if (square >= nearest[at]) {
            return;
        }
        while (at > 0 && nearest[at - 1] > square) {
            nearest[at] = nearest[at - 1];
            at--;
        }
        nearest[at] = square;
    }

    /**
     * The places and squared distances of the points nearest to one, the nearest first, itself among them; of equally near ones
     * the same on every run.
     *
     * @param squares filled with as many as it is long; at most as long as there are points
     * @param places filled likewise
     */
    public void nearest(int place, float[] squares, int[] places) {
        Arrays.fill(squares, Float.POSITIVE_INFINITY);
        search(0, nearest(0, place), place, squares, places);
    }

    private void search(int node, double away, int place, float[] squares, int[] places) {
        if (away >= squares[squares.length - 1]) {
            return;
        }
        if (isLeaf(node)) {
            for (int other = from[node]; other < to[node]; other++) {
                insert((float) square(place, other), other, squares, places);
            }
            return;
        }
        int left = 2 * node + 1;
        double toLeft = nearest(left, place);
        double toRight = nearest(left + 1, place);
        boolean isLeftFirst = toLeft <= toRight;
        search(isLeftFirst ? left : left + 1, Math.min(toLeft, toRight), place, squares, places);
        search(isLeftFirst ? left + 1 : left, Math.max(toLeft, toRight), place, squares, places);
    }

    /** Puts a point in its place among the nearest, where it is one of them. */
    public static void insert(float square, int other, float[] squares, int[] places) {
        int at = squares.length - 1;
        if (square >= squares[at]) {
            return;
        }
        while (at > 0 && squares[at - 1] > square) {
            squares[at] = squares[at - 1];
            places[at] = places[at - 1];
            at--;
        }
        squares[at] = square;
        places[at] = other;
    }
}
