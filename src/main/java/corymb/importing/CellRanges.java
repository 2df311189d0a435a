package corymb.importing;

import java.util.Arrays;

/** Where the cells of one record lie in a buffer. */
final class CellRanges {
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private boolean[] quoted = new boolean[64];
    private int size;

    void clear() {
        size = 0;
    }

    void add(int from, int to, boolean isQuoted) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            quoted = Arrays.copyOf(quoted, size * 2);
        }
        starts[size] = from;
        ends[size] = to;
        quoted[size++] = isQuoted;
    }

    int size() {
        return size;
    }

    int from(int cell) {
        return starts[cell];
    }

    int to(int cell) {
        return ends[cell];
    }

    boolean isQuoted(int cell) {
        return quoted[cell];
    }
}
